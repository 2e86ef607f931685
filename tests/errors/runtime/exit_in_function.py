def main():
    print("main")
    raise SystemExit(3)
if __name__ == "__main__":
    main()

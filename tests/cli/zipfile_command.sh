# The command lines of zipfile: make, check, list and unpack an archive.
echo 'one' > f.txt
mkdir d
echo 'two' > d/g.txt
run -m zipfile -c a.zip f.txt d
run -m zipfile -t a.zip
run -c "
import zipfile
print(zipfile.ZipFile('a.zip').namelist(), zipfile.Path('a.zip', 'f.txt').read_text())"
run -m zipfile -e a.zip out
cat out/f.txt out/d/g.txt

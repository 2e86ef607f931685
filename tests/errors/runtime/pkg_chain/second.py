other = undefined_in_second

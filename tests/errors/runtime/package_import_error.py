from pkg_err.deep import nothing_there

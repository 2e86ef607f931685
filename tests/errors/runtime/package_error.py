import pkg_err.work
pkg_err.work.run()

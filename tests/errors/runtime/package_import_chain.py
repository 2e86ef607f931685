import pkg_chain

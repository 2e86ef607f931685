f(aaa, bbb
      c)

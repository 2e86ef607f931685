printf("a");
print "x";

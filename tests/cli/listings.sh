# moray only: what the front end makes of a text
echo 'x = 1' > t.py
run --tokens t.py
run --ast t.py
run --ast -c 'y'
echo 'z' | run --ast -
echo 'x =' | run --tokens
echo 'x =' | run --ast
run --dis -c 'pass' | grep -c RETURN
run --dis nofile.py

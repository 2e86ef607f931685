# moray only: await at the prompt
printf 'import asyncio\nawait asyncio.sleep(0, 5)\nasync def f(): return 6\n\nx = await f()\nx\ndef g(:\nx\n' | run -i -q
echo

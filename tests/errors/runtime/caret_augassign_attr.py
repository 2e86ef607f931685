class O: total = None
o = O()
o.total += 5

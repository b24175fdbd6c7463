	.set machine, 21
	.set flags, 2
	.set data, 1
	.include "elf64.inc"
	ld 9, 0(1)
	cmpdi 9, 1
	bne 1f
	addi 1, 1, -512
	li 0, 122               # uname
	mr 3, 1
	sc
	li 0, 4                 # write the machine
	li 3, 1
	addi 4, 1, 260
	li 5, 65
	sc
	li 0, 1                 # exit
	li 3, 0
	sc
1:	li 0, 29                # pause
	sc
	b 1b
	.balign 256

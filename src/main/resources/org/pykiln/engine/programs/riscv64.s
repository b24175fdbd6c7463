	.set machine, 243
	.set flags, 0
	.set data, 1
	.include "elf64.inc"
	ld t0, 0(sp)
	li t1, 1
	bne t0, t1, 1f
	addi sp, sp, -512
	li a7, 160              # uname
	mv a0, sp
	ecall
	li a7, 64               # write the machine
	li a0, 1
	addi a1, sp, 260
	li a2, 65
	ecall
	li a7, 93               # exit
	li a0, 0
	ecall
1:	li a7, 73               # ppoll: for ever
	li a0, 0
	li a1, 0
	li a2, 0
	li a3, 0
	ecall
	j 1b
	.balign 256

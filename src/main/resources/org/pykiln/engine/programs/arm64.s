	.set machine, 183
	.set flags, 0
	.set data, 1
	.include "elf64.inc"
	ldr x9, [sp]
	cmp x9, #1
	b.ne 1f
	sub sp, sp, #512
	mov x8, #160            // uname
	mov x0, sp
	svc #0
	mov x8, #64             // write the machine
	mov x0, #1
	add x1, sp, #260
	mov x2, #65
	svc #0
	mov x8, #93             // exit
	mov x0, #0
	svc #0
1:	mov x8, #73             // ppoll: for ever
	mov x0, #0
	mov x1, #0
	mov x2, #0
	mov x3, #0
	svc #0
	b 1b
	.balign 256

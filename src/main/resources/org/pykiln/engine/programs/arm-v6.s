	.set machine, 40
	.set flags, 0x05000200
	.include "elf32.inc"
	ldr r4, [sp]
	cmp r4, #1
	bne 1f
	sub sp, sp, #512
	mov r7, #122            @ uname
	mov r0, sp
	svc #0
	mov r7, #4              @ write the machine
	mov r0, #1
	add r1, sp, #260
	mov r2, #65
	svc #0
	mov r7, #1              @ exit
	mov r0, #0
	svc #0
1:	mov r7, #29             @ pause
	svc #0
	b 1b
	.balign 256

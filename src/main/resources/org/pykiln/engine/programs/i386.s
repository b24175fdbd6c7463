	.set machine, 3
	.set flags, 0
	.include "elf32.inc"
	cmpl $1, (%esp)
	jne 1f
	subl $512, %esp
	movl $122, %eax         # uname
	movl %esp, %ebx
	int $0x80
	movl $4, %eax           # write the machine
	movl $1, %ebx
	leal 260(%esp), %ecx
	movl $65, %edx
	int $0x80
	movl $1, %eax           # exit
	xorl %ebx, %ebx
	int $0x80
1:	movl $29, %eax          # pause
	int $0x80
	jmp 1b
	.balign 256

	.set machine, 62
	.set flags, 0
	.set data, 1
	.include "elf64.inc"
	cmpl $1, (%rsp)
	jne 1f
	subq $512, %rsp
	movl $63, %eax          # uname
	movq %rsp, %rdi
	syscall
	movl $1, %eax           # write the machine
	movl $1, %edi
	leaq 260(%rsp), %rsi
	movl $65, %edx
	syscall
	movl $60, %eax          # exit
	xorl %edi, %edi
	syscall
1:	movl $34, %eax          # pause
	syscall
	jmp 1b
	.balign 256

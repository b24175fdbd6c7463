	.set machine, 22
	.set flags, 0
	.set data, 2
	.include "elf64.inc"
	lg %r6, 0(%r15)
	cghi %r6, 1
	jne 1f
	aghi %r15, -512
	lgr %r2, %r15
	svc 122                 # uname
	lghi %r2, 1
	la %r3, 260(%r15)
	lghi %r4, 65
	svc 4                   # write the machine
	lghi %r2, 0
	svc 1                   # exit
1:	svc 29                  # pause
	j 1b
	.balign 256

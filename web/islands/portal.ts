import './mc-find.ts'

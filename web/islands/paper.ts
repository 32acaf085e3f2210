import './mc-paper.ts'

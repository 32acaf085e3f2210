import './mc-push.ts'

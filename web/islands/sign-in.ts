import './mc-passkey.ts'

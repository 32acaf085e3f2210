import './mc-kiosk.ts'

import { parentPort, workerData } from 'node:worker_threads'
import { simulatedIdentity, type SimulatedSettings } from './simulated-identity.ts'

/** Plays the provider beside the program, until the thread is ended. */
const settings: SimulatedSettings = workerData
const { issuer, clientId, clientSecret } = await simulatedIdentity(settings)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
parentPort?.postMessage({ issuer, clientId, clientSecret })

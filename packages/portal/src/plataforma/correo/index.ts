export { HORAS_DE_INTENTOS, trabajoEnviarMensaje, type Transportes } from './enviar-mensaje.ts';
export {
  enviarMensaje,
  leerBuzonLocal,
  NADIE,
  suerteDelMensaje,
  type FallaDeEnvio,
  type Mensaje,
  type MensajeLocal,
  type SuerteDelMensaje,
} from './mensajes.ts';
export { buzonLocal, porSmtp, smsPorHttp, type Transporte } from './transportes.ts';

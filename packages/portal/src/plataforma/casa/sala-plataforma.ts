import { buzonLocal, porSmtp, smsPorHttp, trabajoEnviarMensaje } from '../correo/index.ts';
import { trabajoLimpieza, trabajoLimpiezaDeObjetos } from '../limpieza/index.ts';
import { rutasSalud } from '../salud/index.ts';
import type { Sala } from './sala.ts';

export const salaPlataforma: Sala = ({ config, archivos, objetos }) => ({
  nombre: 'plataforma',
  rutas: rutasSalud(config.baseDeDatos ? undefined : config.directorioDatos),
  trabajos: [
    trabajoLimpieza,
    ...(objetos ? [trabajoLimpiezaDeObjetos(objetos)] : []),
    trabajoEnviarMensaje({
      correo: config.smtp ? porSmtp(config.smtp, config.remitente) : buzonLocal,
      sms: config.sms ? smsPorHttp(config.sms.url, config.sms.token) : buzonLocal,
      archivos,
    }),
  ],
});

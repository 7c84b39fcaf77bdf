import { z } from 'zod';
import {
  cabecerasDeEspera,
  ESPERE,
  espereEnApi,
  json,
  rechazo,
  ruta,
  type Peticion,
  type Respuesta,
  type Ruta,
} from '../../plataforma/index.ts';
import { contactoDe, idPublicoDe } from '../../rut/index.ts';
import { entrarConCodigo } from '../entrar/entrar-con-codigo.ts';
import { entrarConContrasena } from '../entrar/entrar-con-contrasena.ts';
import { navegadorDe } from '../entrar/navegador.ts';
import { pedirCodigoDeEntrada } from '../entrar/pedir-codigo-de-entrada.ts';
import { responderConCodigo } from '../entrar/segundo-paso.ts';
import type { Entrada } from '../entrar/seguir-entrando.ts';
import type { OpcionesCuentas } from './entrar.ts';
import { CODIGO, CODIGO_DE_SEGUNDO, DOCUMENTO, DOCUMENTO_Y_CONTRASENA } from './esquemas.ts';
import { enVisita, probarEnVisita, visitaDe } from './visita.ts';

const DENTRO = z.object({
  token: z.string(),
  /** Goes in the header `Autogestion-Prueba` of acts that ask for fresh proof. */
  prueba: z.string(),
  titular: z.string(),
});
const FALTA = z.object({ token: z.string(), segundoPaso: z.literal(true) });

/** The same ways of coming in, for programs: a token of a visit, and then that of the account. */
export function rutasApi(o: OpcionesCuentas): Ruta[] {
  const responder = async (visita: string, e: Entrada): Promise<Respuesta> => {
    if (e.tipo === 'no')
      return rechazo({ codigo: e.mensaje }, { codigo: 'cuentas.codigo', mensaje: e.mensaje });
    if (e.tipo === 'segundo-paso') return json({ token: visita, segundoPaso: true }, 202);
    const actor = { tipo: 'persona', persona: e.cuenta.id, sesion: e.sesion.id } as const;
    const titular = await o.enTransaccion(actor, (trx) => idPublicoDe(trx, e.cuenta.id));
    return json({ token: e.sesion.token, prueba: e.sesion.prueba, titular });
  };
  const navegador = (p: Peticion) => ({ ...navegadorDe(p), nombre: 'Un programa' });
  return [
    ruta({
      nombre: 'cuentas.api-pedir-codigo',
      metodo: 'POST',
      camino: '/api/v1/accesos',
      acceso: 'publico',
      porMinuto: 10,
      cuerpo: DOCUMENTO,
      api: {
        resumen: 'Pide el código para entrar',
        etiqueta: 'Acceso',
        descripcion:
          'Responde igual exista o no un RUT con ese documento. El código llega al correo registrado. Con `espere` no se envió otro: el anterior sirve con el token con que se pidió, y `Retry-After` dice en cuántos segundos se puede pedir de nuevo.',
        respuestas: { 202: z.object({ token: z.string(), espere: ESPERE.optional() }) },
      },
      async manejar(p) {
        const sesion = await visitaDe(p, 'api');
        const { espere } = await enVisita(o.enTransaccion, sesion, (trx) =>
          pedirCodigoDeEntrada(trx, o.codigos, {
            ...p.cuerpo,
            sesion,
            canal: 'correo',
            dispositivo: p.dispositivo,
          }),
        );
        return {
          ...json({ token: sesion.token, ...(espere && { espere: espereEnApi(espere) }) }, 202),
          cabeceras: cabecerasDeEspera(espere),
        };
      },
    }),
    ruta({
      nombre: 'cuentas.api-entrar',
      metodo: 'POST',
      camino: '/api/v1/accesos/codigo',
      acceso: 'visitante',
      porMinuto: 20,
      cuerpo: CODIGO,
      api: {
        resumen: 'Entra con el código',
        etiqueta: 'Acceso',
        respuestas: { 200: DENTRO, 202: FALTA },
      },
      async manejar(p) {
        const { visita, r } = await probarEnVisita(o, p, 'api', (trx, e) =>
          entrarConCodigo(trx, o, { ...e, ...p.cuerpo }),
        );
        return responder(visita.token, r);
      },
    }),
    ruta({
      nombre: 'cuentas.api-entrar-con-contrasena',
      metodo: 'POST',
      camino: '/api/v1/accesos/contrasena',
      acceso: 'publico',
      porMinuto: 30,
      cuerpo: DOCUMENTO_Y_CONTRASENA,
      api: {
        resumen: 'Entra con documento y contraseña',
        etiqueta: 'Acceso',
        descripcion:
          'Responde igual, y hace el mismo trabajo, exista o no la cuenta. 202: falta el segundo paso, con ese token.',
        respuestas: { 200: DENTRO, 202: FALTA },
      },
      async manejar(p) {
        const { tipoDocumento, numero, contrasena } = p.cuerpo;
        const visita = await visitaDe(p, 'api');
        const r = await entrarConContrasena(o, {
          visita,
          nombre: `documento:${tipoDocumento}:${numero}`,
          async buscar(trx) {
            const hallado = await contactoDe(trx, tipoDocumento, numero);
            return hallado && { id: hallado.titular, clase: 'persona' };
          },
          contrasena,
          navegador: navegador(p),
        });
        return responder(visita.token, r);
      },
    }),
    ruta({
      nombre: 'cuentas.api-segundo-paso',
      metodo: 'POST',
      camino: '/api/v1/accesos/segundo-paso',
      acceso: 'visitante',
      porMinuto: 30,
      cuerpo: CODIGO_DE_SEGUNDO,
      api: {
        resumen: 'Termina de entrar con el código de la aplicación o uno de recuperación',
        etiqueta: 'Acceso',
        respuestas: { 200: DENTRO },
      },
      async manejar(p) {
        const { visita, r } = await probarEnVisita(o, p, 'api', (trx, e) =>
          responderConCodigo(trx, o, { ...e, ...p.cuerpo }),
        );
        return responder(visita.token, r);
      },
    }),
  ];
}

import { llamar, type Sesion, type Transaccion } from '../../plataforma/index.ts';
import type { Contexto } from '../contexto.ts';
import { abrir, type Clase, type Entrada, type Navegador } from './seguir-entrando.ts';

export const PROPOSITO_LLAVE = 'cuentas.entrar';

/**
 * A passkey with the person verified by the device is two factors: what they have and what they know or are. It also
 * says whose it is, so that nothing has to be written.
 */
export async function entrarConLlave(
  trx: Transaccion,
  c: Contexto,
  e: { visita: Sesion; clase: Clase; respuesta: string; navegador: Navegador },
): Promise<Entrada> {
  const uso = await c.llaves.comprobarUso(trx, {
    sesion: e.visita.id,
    proposito: PROPOSITO_LLAVE,
    respuesta: e.respuesta,
  });
  if (!uso.ok) return { tipo: 'no', mensaje: uso.mensaje };
  const si = await llamar(trx, 'cuentas.es_de_funcionario', { cuenta: uso.cuenta });
  const clase: Clase = si ? 'funcionario' : 'persona';
  if (clase !== e.clase)
    return {
      tipo: 'no',
      mensaje:
        e.clase === 'persona'
          ? 'Esa llave de acceso es de una cuenta de funcionario.'
          : 'Esa llave de acceso es de una cuenta de contribuyente.',
    };
  return abrir(trx, { ...e, cuenta: { id: uso.cuenta, clase }, reforzada: true });
}

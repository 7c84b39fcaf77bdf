import { auditar, type Sesion, type Transaccion } from '../../plataforma/index.ts';
import { CUENTA_DE_NADIE, type Contexto } from '../contexto.ts';
import { hashDe, verificarContrasena } from '../contrasenas/index.ts';
import { factoresDe } from '../factores.ts';
import {
  clavesDeIntento,
  dispositivoDe,
  mensajeDeEspera,
  reservarIntento,
  soltarIntento,
} from '../frenos.ts';
import { seguirEntrando, type Cuenta, type Entrada, type Navegador } from './seguir-entrando.ts';

/** One answer for an account that does not exist, one without password and a wrong password. */
const NO_COINCIDEN =
  'El documento o la contraseña no coinciden. Si todavía no tiene contraseña, o no la recuerda, pida un código.';

interface EntradaConContrasena {
  visita: Sesion;
  /** What was written, whether or not there is such an account: attempts are counted on it. */
  nombre: string;
  buscar: (trx: Transaccion) => Promise<Cuenta | undefined>;
  contrasena: string;
  navegador: Navegador;
}

/**
 * Signing in with a password. Whether or not the account exists it does the same work: the same statements, one
 * verification of argon2id, no message. The verification is outside the transactions, which hold a connection.
 */
export async function entrarConContrasena(c: Contexto, e: EntradaConContrasena): Promise<Entrada> {
  const actor = { tipo: 'visitante', sesion: e.visita.id } as const;
  const antes = await c.enTransaccion(actor, async (trx) => {
    const cuenta = await e.buscar(trx);
    const id = cuenta?.id ?? CUENTA_DE_NADIE;
    const dispositivo = await dispositivoDe(trx, id, e.navegador.dispositivo);
    const claves = clavesDeIntento(c.claves, e.nombre, { ip: e.navegador.ip, dispositivo });
    const espera = await reservarIntento(trx, claves);
    return { cuenta, claves, espera, hash: await hashDe(trx, id), factores: await factoresDe(trx, id) };
  });
  if (antes.espera > 0) return { tipo: 'no', mensaje: mensajeDeEspera(antes.espera) };
  const { cuenta, claves, factores } = antes;
  const coincide = await verificarContrasena(antes.hash, e.contrasena);
  return c.enTransaccion(actor, async (trx) => {
    if (!coincide || !cuenta) {
      await auditar(trx, {
        accion: 'cuentas.entrada-fallida',
        ...(cuenta?.clase === 'persona' && { persona: cuenta.id }),
        ...(cuenta?.clase === 'funcionario' && { objeto: `funcionario:${cuenta.id}` }),
      });
      return { tipo: 'no', mensaje: NO_COINCIDEN };
    }
    await soltarIntento(trx, claves);
    return seguirEntrando(trx, {
      visita: e.visita,
      cuenta,
      primero: 'contrasena',
      factores,
      navegador: e.navegador,
    });
  });
}

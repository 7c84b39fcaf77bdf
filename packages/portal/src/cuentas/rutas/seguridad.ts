import { definidos } from '@autogestion/normas/definidos';
import { z } from 'zod';
import {
  pagina,
  rechazo,
  redirigir,
  ruta,
  sesionesAbiertas,
  type Peticion,
  type Ruta,
} from '../../plataforma/index.ts';
import { nuevosCodigosDeRecuperacion, quitarAutenticador } from '../autenticador/index.ts';
import { avisarCambio } from '../cuenta/avisar.ts';
import { cambiarContrasena } from '../cuenta/cambiar-contrasena.ts';
import { cerrarSesiones } from '../cuenta/sesiones.ts';
import { factoresDe } from '../factores.ts';
import { llavesDe } from '../llaves/index.ts';
import {
  paginaAutenticador,
  paginaCodigosNuevos,
  paginaContrasena,
  paginaHacerCodigos,
  paginaQuitarAutenticador,
  paginaSeguridad,
} from '../paginas/seguridad.tsx';
import { cuentaDe, type DuenoDeLaCuenta } from './dueno-de-la-cuenta.ts';
import type { OpcionesCuentas } from './entrar.ts';
import { CODIGO_DE_SEGUNDO, contrasenaEscrita } from './esquemas.ts';
import { rutasLlaves } from './llaves.ts';

const NUEVA = z
  .object({ contrasena: contrasenaEscrita, otra: contrasenaEscrita })
  .refine((v) => v.contrasena === v.otra, { error: 'Las dos no son iguales.', path: ['otra'] });

/** What was just done, said once. */
const HECHOS: Readonly<Record<string, string>> = {
  contrasena: 'Su contraseña quedó guardada. Las sesiones de otros dispositivos se cerraron.',
};

/** Factors and sessions of one's own account. What weakens or changes it asks for fresh proof. */
export function rutasSeguridad(o: OpcionesCuentas, d: DuenoDeLaCuenta): Ruta[] {
  const comun = { acceso: d.acceso } as const;
  const factores = (p: Peticion) => p.enTransaccion((trx) => factoresDe(trx, cuentaDe(p).cuenta));
  const autenticadorPorPoner = async (p: Peticion, errores?: Record<string, string>) => {
    if ((await factores(p)).totp) return paginaQuitarAutenticador({ lugar: d.lugar(p) });
    const rotulo = await d.rotulo(p);
    const e = await p.enTransaccion((trx) => o.autenticador.preparar(trx, cuentaDe(p).cuenta, rotulo));
    return paginaAutenticador({ lugar: d.lugar(p), ...e, ...definidos({ errores }) });
  };
  return [
    ruta({
      ...comun,
      nombre: `${d.nombre}`,
      metodo: 'GET',
      camino: d.base,
      consulta: z.object({ hecho: z.string().optional() }),
      async manejar(p) {
        const { sesion, cuenta } = cuentaDe(p);
        const datos = await p.enTransaccion(async (trx) => ({
          factores: await factoresDe(trx, cuenta),
          llaves: await llavesDe(trx),
          sesiones: await sesionesAbiertas(trx),
        }));
        const filas = await d.filas?.(p);
        return pagina(
          paginaSeguridad({
            lugar: d.lugar(p),
            ...datos,
            actual: sesion.id,
            ...definidos({ filas, aviso: HECHOS[p.consulta.hecho ?? ''] }),
          }),
        );
      },
    }),
    ruta({
      ...comun,
      nombre: `${d.nombre}-cerrar-sesiones`,
      metodo: 'POST',
      camino: `${d.base}/sesiones/cerrar`,
      cuerpo: z.object({ una: z.uuid().optional() }),
      async manejar(p) {
        const { una } = p.cuerpo;
        await p.enTransaccion((trx) =>
          cerrarSesiones(trx, una ? { una } : { todasMenos: cuentaDe(p).sesion.id }),
        );
        return redirigir(d.base);
      },
    }),
    ruta({
      ...comun,
      nombre: `${d.nombre}-contrasena`,
      metodo: 'GET',
      camino: `${d.base}/contrasena`,
      reciente: 'una',
      async manejar(p) {
        const { contrasena } = await factores(p);
        return pagina(paginaContrasena({ lugar: d.lugar(p), tiene: contrasena }));
      },
    }),
    ruta({
      ...comun,
      nombre: `${d.nombre}-guardar-contrasena`,
      metodo: 'POST',
      camino: `${d.base}/contrasena`,
      reciente: 'una',
      porMinuto: 20,
      cuerpo: NUEVA,
      invalido: async (p, campos) =>
        paginaContrasena({
          lugar: d.lugar(p),
          tiene: (await factores(p)).contrasena,
          errores: campos,
        }),
      async manejar(p) {
        const no = await cambiarContrasena(p.enTransaccion, {
          ...cuentaDe(p),
          contrasena: p.cuerpo.contrasena,
        });
        return no ?? redirigir(`${d.base}?hecho=contrasena`);
      },
    }),
    ruta({
      ...comun,
      nombre: `${d.nombre}-autenticador`,
      metodo: 'GET',
      camino: `${d.base}/autenticador`,
      reciente: 'una',
      async manejar(p) {
        const { totp } = await factores(p);
        return totp ? redirigir(`${d.base}/autenticador/quitar`) : pagina(await autenticadorPorPoner(p));
      },
    }),
    ruta({
      ...comun,
      nombre: `${d.nombre}-poner-autenticador`,
      metodo: 'POST',
      camino: `${d.base}/autenticador`,
      reciente: 'una',
      porMinuto: 20,
      cuerpo: CODIGO_DE_SEGUNDO,
      invalido: (p, campos) => autenticadorPorPoner(p, campos),
      async manejar(p) {
        if ((await factores(p)).totp) return redirigir(d.base);
        const { cuenta } = cuentaDe(p);
        const codigos = await p.enTransaccion(async (trx) => {
          if (!(await o.autenticador.confirmar(trx, cuenta, p.cuerpo.codigo))) return undefined;
          await avisarCambio(trx, {
            accion: 'cuentas.poner-autenticador',
            que: 'Se puso una aplicación de códigos en su cuenta',
          });
          return nuevosCodigosDeRecuperacion(trx, o.claves, cuenta);
        });
        if (!codigos)
          return rechazo({
            codigo: 'El código no coincide. Revise la hora de su celular y escriba el que muestra ahora.',
          });
        return pagina(
          paginaCodigosNuevos({
            lugar: d.lugar(p),
            codigos,
            aviso: 'La aplicación de códigos quedó puesta.',
          }),
        );
      },
    }),
    ruta({
      ...comun,
      nombre: `${d.nombre}-ver-quitar-autenticador`,
      metodo: 'GET',
      camino: `${d.base}/autenticador/quitar`,
      reciente: 'una',
      manejar: async (p) => pagina(paginaQuitarAutenticador({ lugar: d.lugar(p) })),
    }),
    ruta({
      ...comun,
      nombre: `${d.nombre}-quitar-autenticador`,
      metodo: 'POST',
      camino: `${d.base}/autenticador/quitar`,
      // Whoever only reads the mailbox must not take off what protects from them.
      reciente: 'reforzada',
      async manejar(p) {
        await p.enTransaccion(async (trx) => {
          await quitarAutenticador(trx);
          await avisarCambio(trx, {
            accion: 'cuentas.quitar-autenticador',
            que: 'Se quitó la aplicación de códigos de su cuenta',
          });
        });
        return redirigir(d.base);
      },
    }),
    ruta({
      ...comun,
      nombre: `${d.nombre}-codigos`,
      metodo: 'GET',
      camino: `${d.base}/codigos`,
      reciente: 'una',
      async manejar(p) {
        const { codigos } = await factores(p);
        return pagina(paginaHacerCodigos({ lugar: d.lugar(p), quedan: codigos }));
      },
    }),
    ruta({
      ...comun,
      nombre: `${d.nombre}-hacer-codigos`,
      metodo: 'POST',
      camino: `${d.base}/codigos`,
      reciente: 'una',
      porMinuto: 10,
      async manejar(p) {
        const codigos = await p.enTransaccion(async (trx) => {
          await avisarCambio(trx, {
            accion: 'cuentas.hacer-codigos',
            que: 'Se hicieron códigos de recuperación nuevos para su cuenta',
          });
          return nuevosCodigosDeRecuperacion(trx, o.claves, cuentaDe(p).cuenta);
        });
        return pagina(paginaCodigosNuevos({ lugar: d.lugar(p), codigos }));
      },
    }),
    ...rutasLlaves(o, d),
  ];
}

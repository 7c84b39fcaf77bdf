import { z } from 'zod';
import { conNombre } from '../../interfaz/preguntas/index.ts';
import {
  esRechazo,
  FORMA_ID_PUBLICO,
  pagina,
  redirigir,
  ruta,
  unaSolaVez,
  type Peticion,
  type Respuesta,
  type Ruta,
} from '../../plataforma/index.ts';
import { SOBRE_LO_QUE_SE_DEBE } from '../politicas.ts';
import { cabe } from './acto.ts';
import { contextoDe } from './contexto.ts';
import { caminoDeActo, caminoDeAtencion } from './direcciones.ts';
import { ultimoComprobante } from './lo-que-hay.ts';
import { NOTA, paginaDeRevisar } from './paginas/acto.tsx';
import { confirmarActo, leerActo, noConfirmarActo, revisarActo } from './resolver.ts';

const PUBLICO = z.string().regex(FORMA_ID_PUBLICO);
const UNO = z.object({ atencion: PUBLICO, acto: PUBLICO });
const DE_QUIEN_CAMBIA = { acceso: 'funcionario', roles: SOBRE_LO_QUE_SE_DEBE.cambiar } as const;
const DE_UNO = {
  ...DE_QUIEN_CAMBIA,
  camino: '/mesa/obligaciones/:atencion/actos/:acto',
  parametros: UNO,
} as const;

type DeUno = Pick<Peticion<z.output<typeof UNO>>, 'parametros' | 'escrito' | 'enTransaccion'>;

const mostrar = (p: DeUno, o: { errores?: Record<string, string>; cambio?: boolean } = {}) =>
  p.enTransaccion(async (trx) => {
    const { atencion, acto: id } = p.parametros;
    const contexto = await contextoDe(trx, atencion);
    const propuesto = await leerActo(trx, { contexto, acto: id });
    return paginaDeRevisar({
      ...{ contexto, id, propuesto, valores: p.escrito, ...o },
      cabe: cabe(propuesto.acto, contexto.libro),
    });
  });

/** What one official proposed and another does, or does not. */
export const rutasDeResolver = (e: { urlPublica: string }): Ruta[] => [
  ruta({
    ...DE_QUIEN_CAMBIA,
    nombre: 'obligaciones.mesa-revisar-acto',
    metodo: 'POST',
    camino: '/mesa/obligaciones/actos/:acto',
    parametros: z.object({ acto: PUBLICO }),
    porMinuto: 60,
    async manejar(p) {
      const { acto } = p.parametros;
      return redirigir(caminoDeActo(await p.enTransaccion((trx) => revisarActo(trx, acto)), acto));
    },
  }),
  ruta({
    ...DE_UNO,
    nombre: 'obligaciones.mesa-acto',
    metodo: 'GET',
    manejar: async (p) => pagina(await mostrar(p)),
  }),
  ruta({
    ...DE_UNO,
    nombre: 'obligaciones.mesa-confirmar-acto',
    metodo: 'POST',
    camino: `${DE_UNO.camino}/confirmar`,
    cuerpo: z.unknown(),
    invalido: (p, errores) => mostrar(p, { errores }),
    async manejar(p) {
      const { atencion, acto } = p.parametros;
      const r = await p.enTransaccion((trx) =>
        unaSolaVez(trx, p, async (): Promise<Respuesta | 'cambio'> => {
          const contexto = await contextoDe(trx, atencion);
          if (p.ocultos._visto !== ultimoComprobante(contexto.libro)) return 'cambio';
          const numero = await confirmarActo(trx, { contexto, acto, urlPublica: e.urlPublica });
          return esRechazo(numero)
            ? numero
            : redirigir(`${caminoDeAtencion(atencion)}?acto=${numero}&que=hecho`);
        }),
      );
      return r === 'cambio' ? pagina(await mostrar(p, { cambio: true })) : r;
    },
  }),
  ruta({
    ...DE_UNO,
    nombre: 'obligaciones.mesa-no-confirmar-acto',
    metodo: 'POST',
    camino: `${DE_UNO.camino}/no-confirmar`,
    cuerpo: conNombre('nota', NOTA),
    invalido: (p, errores) => mostrar(p, { errores }),
    async manejar(p) {
      const { atencion, acto } = p.parametros;
      const numero = await p.enTransaccion(async (trx) => {
        const contexto = await contextoDe(trx, atencion);
        return noConfirmarActo(trx, { contexto, acto, nota: p.cuerpo.nota });
      });
      return esRechazo(numero)
        ? numero
        : redirigir(`${caminoDeAtencion(atencion)}?acto=${numero}&que=no-hecho`);
    },
  }),
];

import { definidos } from '@autogestion/normas/definidos';
import { formatearNit } from '@autogestion/normas/nit';
import { z } from 'zod';
import { errores, pagina, rechazo, redirigir, ruta, type Ruta } from '../../plataforma/index.ts';
import { nombreDe, versionVigente } from '../../rut/index.ts';
import { CUAL, hechosDe, leerCuenta } from '../estado/index.ts';
import { SOBRE_LO_QUE_SE_DEBE } from '../politicas.ts';
import { abrirAtencion, atender } from './atender.ts';
import { rutasNovedades } from './rutas-novedades.ts';
import { A_QUIEN, paginaAtencion, paginaBuscarObligaciones } from './paginas.tsx';

const comun = { acceso: 'funcionario', roles: SOBRE_LO_QUE_SE_DEBE.mirar } as const;
const PUBLICO = z.string().regex(/^[0-9a-z]{26}$/);

/** The desk of obligations: whose, with a reason; and what they owe and paid. */
export const rutasMesaObligaciones: readonly Ruta[] = [
  ...rutasNovedades,
  ruta({
    ...comun,
    nombre: 'obligaciones.mesa',
    metodo: 'GET',
    camino: '/mesa/obligaciones',
    manejar: async (p) => pagina(paginaBuscarObligaciones({ valores: p.escrito, errores: {} })),
  }),
  ruta({
    ...comun,
    nombre: 'obligaciones.mesa-buscar',
    metodo: 'POST',
    camino: '/mesa/obligaciones',
    porMinuto: 30,
    cuerpo: A_QUIEN.esquema,
    invalido: async (p, campos) => paginaBuscarObligaciones({ valores: p.escrito, errores: campos }),
    async manejar(p) {
      const atencion = await p.enTransaccion((trx) => abrirAtencion(trx, p.cuerpo));
      return atencion === undefined
        ? rechazo({ nit: 'Nadie está inscrito en el RUT con ese NIT.' })
        : redirigir(`/mesa/obligaciones/${atencion}`);
    },
  }),
  ruta({
    ...comun,
    nombre: 'obligaciones.mesa-ver',
    metodo: 'GET',
    camino: '/mesa/obligaciones/:atencion',
    parametros: z.object({ atencion: PUBLICO }),
    consulta: CUAL,
    async manejar(p) {
      const { atencion } = p.parametros;
      const visto = await p.enTransaccion(async (trx) => {
        const version = await versionVigente(trx, await atender(trx, atencion));
        if (!version) throw errores.noEncontrado();
        const cuenta = await leerCuenta(trx, definidos(p.consulta));
        const { nit, dv } = version.registro;
        return {
          nombre: nombreDe(version.registro),
          nit: formatearNit(nit, dv),
          cuenta,
          hechos: await hechosDe(trx, cuenta.libro.corte),
        };
      });
      return pagina(paginaAtencion({ ...visto, atencion }));
    },
  }),
];

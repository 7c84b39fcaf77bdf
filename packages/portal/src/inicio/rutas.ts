import { z } from 'zod';
import { sql } from 'kysely';
import {
  errores,
  json,
  pagina,
  puede,
  redirigir,
  ruta,
  type DocumentoOpenapi,
  type ModosDeAyuda,
  type Reloj,
  type Ruta,
} from '../plataforma/index.ts';
import { estadoConFecha, idPublicoDe, loDeHoy, versionVigente } from '../rut/index.ts';
import { paginaEstado, paginaInicio } from './paginas/inicio.tsx';
import { paginaPersona } from './paginas/persona.tsx';
import { paginaApi } from './paginas/api.tsx';
import { paginaAyuda } from './paginas/ayuda.tsx';
import { TEXTOS, paginaTexto } from './paginas/textos.tsx';

/** The home, the home of a person, the status of the service and the pages about it. */
export function rutasInicio(o: {
  demostracion: boolean;
  ayuda: ModosDeAyuda;
  openapi: () => DocumentoOpenapi;
  reloj: Reloj;
}): Ruta[] {
  return [
    ruta({
      nombre: 'inicio.portada',
      metodo: 'GET',
      camino: '/',
      acceso: 'publico',
      igualParaTodos: true,
      // Whoever is in has a home of their own.
      async manejar(p) {
        const { actor } = p;
        if (actor.tipo === 'funcionario') return redirigir('/mesa');
        if (actor.tipo !== 'persona') return pagina(paginaInicio(o));
        return redirigir(`/de/${await p.enTransaccion((trx) => idPublicoDe(trx, actor.persona))}`);
      },
    }),
    ruta({
      nombre: 'inicio.persona',
      metodo: 'GET',
      camino: '/de/:titular',
      acceso: 'titular',
      parametros: z.object({ titular: z.string() }),
      async manejar(p) {
        const base = `/de/${p.parametros.titular}`;
        const datos = await p.enTransaccion(async (trx) => {
          const version = await versionVigente(trx, p.titular);
          if (!version) throw errores.noEncontrado();
          const estado = await estadoConFecha(trx, p.titular);
          return { version, estado, hoy: trx.hoy, ...(await loDeHoy(trx, { base, version, estado })) };
        });
        return pagina(
          paginaPersona({
            ...datos,
            base,
            puede: (ambito) => puede(p.actor, p.titular, ambito),
            esSuya: p.actor.tipo === 'persona' && p.actor.persona === p.titular,
          }),
        );
      },
    }),
    ruta({
      nombre: 'inicio.estado',
      metodo: 'GET',
      camino: '/estado',
      acceso: 'publico',
      sinMirarQuien: true,
      porMinuto: 60,
      async manejar(p) {
        const responde = await p
          .enTransaccion((trx) => sql`select 1`.execute(trx.bd))
          .then(
            () => true,
            () => false,
          );
        return pagina(paginaEstado({ responde, ahora: o.reloj.ahora() }), responde ? 200 : 503);
      },
    }),
    ruta({
      nombre: 'inicio.ayuda',
      metodo: 'GET',
      camino: '/ayuda',
      acceso: 'publico',
      igualParaTodos: true,
      manejar: async () => pagina(paginaAyuda({ modos: o.ayuda, demostracion: o.demostracion })),
    }),
    ruta({
      nombre: 'inicio.api',
      metodo: 'GET',
      camino: '/api',
      acceso: 'publico',
      igualParaTodos: true,
      manejar: async () => pagina(paginaApi(o.openapi())),
    }),
    ruta({
      nombre: 'inicio.openapi',
      metodo: 'GET',
      camino: '/api/v1/openapi.json',
      acceso: 'publico',
      manejar: async () => json(o.openapi()),
    }),
    ...TEXTOS.map((t) =>
      ruta({
        nombre: `inicio.${t.camino.slice(1)}`,
        metodo: 'GET',
        camino: t.camino,
        acceso: 'publico',
        igualParaTodos: true,
        manejar: async () => pagina(paginaTexto(t)),
      }),
    ),
  ];
}

import type { Json } from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import { z } from 'zod';
import { nombreDe, versionVigente } from '../../rut/index.ts';
import {
  errores,
  pagina,
  puede,
  redirigir,
  ruta,
  type Peticion,
  type Ruta,
  type Transaccion,
} from '../../plataforma/index.ts';
import { estadoDeFirma, rutasParaFirmar, type EntornoFirma } from '../../firma/index.ts';
import { adjuntosDe } from '../adjuntos/index.ts';
import { comprobarSolicitud, incumplidas } from '../comprobar-solicitud.ts';
import { solicitudPorIdPublico, type Solicitud } from '../consultas.ts';
import { erroresDeTramites } from '../errores.ts';
import { DEL_TITULAR } from '../politicas.ts';
import { paginaSolicitud } from '../paginas/solicitud.tsx';
import { radicarCaso } from '../radicar-caso.ts';
import { descartarSolicitud } from '../sin-presentar.ts';
import { TIPOS_DE_CASO } from '../tipos.ts';
import { enCurso, exigirNinguna } from '../una-a-la-vez.ts';

const SOLICITUD = z.object({ titular: z.string(), solicitud: z.string().regex(/^[0-9a-z]{26}$/) });
type P = Peticion<z.output<typeof SOLICITUD>>;

/** A prepared request: the answer, its documents, and its signature, with which it is filed. */
export function rutasSolicitud(e: EntornoFirma): Ruta[] {
  return [
    ruta({
      nombre: 'tramites.ver-solicitud',
      metodo: 'GET',
      camino: '/de/:titular/solicitudes/:solicitud',
      acceso: 'titular',
      parametros: SOLICITUD,
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const solicitud = await solicitudDe(trx, p);
          const base = `/de/${p.parametros.titular}`;
          if (solicitud.radicado) return redirigir(`${base}/tramites/${solicitud.radicado}`);
          if (solicitud.descartada) throw borrada(base);
          return pagina(await mostrarSolicitud(trx, p, solicitud));
        }),
    }),
    ruta({
      nombre: 'tramites.borrar-solicitud',
      metodo: 'POST',
      camino: '/de/:titular/solicitudes/:solicitud/borrar',
      acceso: 'titular',
      ambito: DEL_TITULAR.documentar,
      parametros: SOLICITUD,
      async manejar(p) {
        await p.enTransaccion((trx) =>
          descartarSolicitud(trx, { titular: p.titular, solicitud: p.parametros.solicitud }),
        );
        return redirigir(`/de/${p.parametros.titular}/tramites`);
      },
    }),
    ...rutasParaFirmar(e, {
      nombre: 'tramites.firmar',
      camino: '/de/:titular/solicitudes/:solicitud/firmar',
      acceso: 'titular',
      ambito: DEL_TITULAR.firmar,
      parametros: SOLICITUD,
      cargar: cargarActo,
      async alFirmar(trx, acto, p) {
        const solicitud = await solicitudDe(trx, p);
        await radicarCaso(trx, { solicitud, acto, demostracion: e.demostracion });
      },
      despues: (_, p) => p.camino.replace(/\/firmar$/, ''),
    }),
  ];
}

async function mostrarSolicitud(
  trx: Transaccion,
  p: P,
  solicitud: Solicitud,
  campos?: Record<string, string>,
): Promise<string> {
  const base = `/de/${p.parametros.titular}`;
  const firma = p.actor.tipo === 'persona' ? await estadoDeFirma(trx, p.actor.persona) : undefined;
  return paginaSolicitud({
    base,
    tipo: trx.casa.uno(TIPOS_DE_CASO, solicitud.tipo),
    solicitud,
    comprobacion: await comprobarSolicitud(trx, solicitud),
    adjuntos: await adjuntosDe(trx, solicitud.id),
    enCurso: await enCurso(trx, solicitud),
    puedeBorrar: puede(p.actor, p.titular, DEL_TITULAR.documentar),
    firma: { puede: puede(p.actor, p.titular, DEL_TITULAR.firmar), tiene: firma?.tipo === 'vigente' },
    camino: `${base}/solicitudes/${solicitud.idPublico}`,
    ...definidos({ errores: campos }),
  });
}

const borrada = (base: string) =>
  erroresDeTramites.descartada().conSalida({ href: `${base}/tramites`, texto: 'Ver mis trámites' });

/** @throws 404 when it is not of the taxpayer of the page. */
async function solicitudDe(trx: Transaccion, p: P): Promise<Solicitud> {
  const s = await solicitudPorIdPublico(trx, p.parametros.solicitud);
  if (!s || s.titular !== p.titular) throw errores.noEncontrado();
  return s;
}

/**
 * The act as it is now. What stopped being true since the draft is said here, at showing and at signing.
 * @throws ErrorDominio 409 with the reason.
 */
async function cargarActo(trx: Transaccion, p: P): Promise<{ tipo: string; acto: Json }> {
  const s = await solicitudDe(trx, p);
  if (s.descartada) throw borrada(`/de/${p.parametros.titular}`);
  if (!s.radicado) await exigirNinguna(trx, { ...s, titularPublico: p.parametros.titular });
  const { evaluacion, faltan } = await comprobarSolicitud(trx, s);
  const no = incumplidas(evaluacion);
  const camino = `/de/${p.parametros.titular}/solicitudes/${s.idPublico}`;
  if (no.length > 0)
    throw erroresDeTramites
      .noSePuedeFirmar(no.map((c) => c.razon))
      .conSalida({ href: camino, texto: 'Ver la solicitud' });
  if (faltan.length > 0)
    throw erroresDeTramites
      .faltanDocumentos(faltan.map((d) => d.nombre))
      .conSalida({ href: `${camino}/documentos`, texto: 'Adjuntar los documentos' });
  const version = await versionVigente(trx, s.titular);
  if (!version) throw errores.noEncontrado();
  const { nit, dv } = version.registro;
  const documentos = await adjuntosDe(trx, s.id);
  const acto = {
    de: { nit, dv, nombre: nombreDe(version.registro) },
    solicitud: s.solicitud as Json,
    documentos: documentos.map(({ pedido, nombre, hash }) => ({ pedido, nombre, sha256: hash })),
  };
  return { tipo: s.tipo, acto };
}

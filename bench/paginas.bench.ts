/** Pages a second, the memory that serving them takes, and what a phone downloads. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as esperar } from 'node:timers/promises';
import { definidos } from '@autogestion/normas/definidos';
import type { Base } from './apoyo/base.ts';
import { cargar, VISITANTES } from './apoyo/carga.ts';
import { ipDe, pedir, pedirJson } from './apoyo/cliente.ts';
import { comparar, type Comparacion } from './apoyo/comparar.ts';
import { enEscena } from './apoyo/escena.ts';
import { grabarPagina, type PaginaGrabada } from './apoyo/grabar.ts';
import { enJson, memoria, mostrar, nota, RAPIDA, titulo } from './apoyo/informe.ts';
import { Telefono, type Peso } from './apoyo/peso.ts';
import { abrirPortal, abrirReferencia, type Servidor } from './apoyo/portal.ts';
import { caminarHastaElFinal, cargarIdentidades, terminar, type Abierto } from './apoyo/viaje.ts';

const CONEXIONES = 10;
const POR_TURNO = RAPIDA ? 20 : 600;
const TURNOS = { turnos: RAPIDA ? 2 : 5, limiteMs: 12_000, calentar: RAPIDA ? 1 : 3 };
const CODIFICACIONES = ['br, gzip', 'identity'] as const;
/** A step with several fields, of a draft that is complete. */
const PASO = 'direccion';

interface Pagina {
  nombre: string;
  clave: string;
  camino: string;
  cookie?: string;
}

await enEscena(async (base, abrir) => {
  await cargarIdentidades(base, 0, 2);
  const antes = await abrir(abrirPortal(base, { trabajadores: 2 }));
  const borrador = await caminarHastaElFinal(antes.url, base, 0);
  const inscrita = await terminar(antes.url, await caminarHastaElFinal(antes.url, base, 1));
  await sellada(base);
  await antes.cerrar();
  const sesion = `sesion=${borrador.token}`;
  const paginas: Pagina[] = [
    { nombre: 'inicio', clave: 'inicio', camino: '/' },
    {
      nombre: `paso «${PASO}» con sesión`,
      clave: 'paso',
      camino: `/rut/inscripcion/${borrador.borrador}/${PASO}`,
      cookie: sesion,
    },
    { nombre: 'verificación de una copia', clave: 'verificar', camino: `/verificar/${inscrita.copia}` },
  ];
  const archivo = join(base.directorio, 'paginas.json');
  const sentencias = join(base.directorio, 'sentencias.jsonl');
  writeFileSync(sentencias, '');
  const grabada = await abrir(abrirPortal(base, { trabajadores: 0, grabarEn: sentencias }));
  const grabadas: Record<string, PaginaGrabada> = {};
  for (const { clave, camino, cookie } of paginas)
    grabadas[clave] = await grabarPagina(sentencias, grabada.url + camino, cookie);
  writeFileSync(archivo, JSON.stringify(grabadas));
  await grabada.cerrar();
  const portal = await abrir(abrirPortal(base, { trabajadores: 0 }));
  const referencia = await abrir(
    abrirReferencia('paginas', { PAGINAS: archivo, DATABASE_URL: base.urlAplicacion }),
  );

  titulo(
    `Páginas por segundo, ${CONEXIONES} conexiones`,
    'Fastify solo, con las mismas sentencias, el mismo HTML ya hecho y la misma compresión',
  );
  const medidas: Record<string, Comparacion> = {};
  let visitantes = 0;
  for (const p of paginas)
    nota(`${p.nombre}: ${grabadas[p.clave]?.sentencias.length ?? 0} mensajes a la base`);
  for (const codificacion of CODIFICACIONES) {
    for (const p of paginas) {
      const turno = (url: string, camino: string) => () => {
        visitantes += VISITANTES;
        const cabeceras = {
          'accept-encoding': codificacion,
          ...definidos({ cookie: p.cookie || undefined }),
        };
        const comun = { cuantas: POR_TURNO, conexiones: CONEXIONES, desdeIp: visitantes };
        return cargar({ url, camino, cabeceras, ...comun });
      };
      const una = (url: string) => async () => {
        visitantes += 1;
        const cabeceras = { 'accept-encoding': codificacion, ...definidos({ cookie: p.cookie }) };
        const { estado } = await pedir(url, { cabeceras, ip: ipDe(visitantes) });
        if (estado !== 200) throw new Error(`${url}: ${estado}`);
      };
      const medida = await comparar(
        {
          portal: { servidor: portal, turno: turno(portal.url, p.camino), una: una(portal.url + p.camino) },
          referencia: {
            servidor: referencia,
            turno: turno(referencia.url, `/${p.clave}`),
            una: una(`${referencia.url}/${p.clave}`),
          },
        },
        TURNOS,
      );
      mostrar(`${p.nombre}, ${codificacion === 'identity' ? 'sin comprimir' : 'comprimida'}`, medida);
      medidas[`${p.clave}${codificacion === 'identity' ? '-sin-comprimir' : ''}`] = medida;
    }
  }
  const memorias = memoria({ portal, referencia });
  const descargas = await descargar(portal, borrador, 'br, gzip');
  enJson('paginas', { conexiones: CONEXIONES, ...medidas, memoria: memorias, descargas });
});

/** What a phone downloads that opens the home page, then the first page of the registration and every step. */
async function descargar(portal: Servidor, { borrador, token }: Abierto, codificacion: string) {
  const telefono = new Telefono(portal.url, codificacion, { cookie: `sesion=${token}` });
  const inicio = await telefono.abrir('/');
  const entrada = await telefono.abrir('/rut/inscripcion');
  const estado = await pedirJson<{ pasos: { paso: string }[] }>(
    `${portal.url}/api/v1/rut/inscripciones/${borrador}`,
    { token, espera: 200 },
  );
  const pasos: (Peso & { paso: string })[] = [];
  for (const { paso } of estado.pasos) {
    pasos.push({ paso, ...(await telefono.abrir(`/rut/inscripcion/${borrador}/${paso}`)) });
  }
  const orden = pasos.toSorted((a, b) => a.total - b.total);
  const [medio, mayor] = [orden[Math.floor(orden.length / 2)], orden.at(-1)];
  const otros = Object.entries(inicio.otros).map(([clase, bytes]) => `${clase} ${kib(bytes)}`);
  nota(
    `descarga: inicio ${kib(inicio.total)} (html ${kib(inicio.html)}, ${otros.join(', ')}); ` +
      `después, la entrada ${kib(entrada.total)}, un paso ${kib(medio?.total ?? 0)} y el mayor («${mayor?.paso}») ${kib(mayor?.total ?? 0)}`,
  );
  const suma = pasos.reduce((n, p) => n + p.total, inicio.total + entrada.total);
  nota(`la inscripción entera, ${pasos.length} pasos: ${kib(suma)}`);
  return { inicio, entrada, pasoMedio: medio, pasoMayor: mayor, inscripcionEntera: suma };
}

function kib(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}

async function sellada(base: Base): Promise<void> {
  for (const fin = Date.now() + 30_000; Date.now() < fin; await esperar(20)) {
    const [f] = await base.sql<{ n: number }>('select count(*)::int as n from sello.sellado');
    if (f?.n) return;
  }
  throw new Error('La copia no se selló');
}

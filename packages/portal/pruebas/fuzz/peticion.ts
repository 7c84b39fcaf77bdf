import type { InjectOptions } from 'fastify';
import { recorridosDe } from '../../src/interfaz/recorrido/index.ts';
import { clavesDe, tokenCsrf, type Ruta } from '../../src/plataforma/index.ts';
import { PRUEBA, type Mundo } from '../mundo.ts';
import { CLAVE_MAESTRA } from '../oficina.ts';
import type { Azar } from './azar.ts';
import { camposDeForma, cualquiera, formaDe, generar, TEXTOS } from './valores.ts';

/** Who sends. */
export interface Tokens {
  todos: readonly (string | undefined)[];
  /** Whom the route lets through. */
  de(r: Ruta): string | undefined;
}

export interface Disparo {
  ruta: Ruta;
  peticion: InjectOptions & { headers: Record<string, string>; url: string };
}

const CLAVES = clavesDe(CLAVE_MAESTRA);

/** Makes requests out of the route table: nearly right ones, and others that no client should send. */
export function fabrica(m: Mundo, tokens: Tokens, azar: Azar): () => Disparo {
  // Signing out ends the sessions that the others are tried with.
  const rutas = m.o.oficina.rutas.filter((r) => !/salir$|cerrar-sesion/.test(r.nombre));
  const formas = new Map(rutas.map((r) => [r, formaDe(r.cuerpo)]));
  const consultas = new Map(rutas.map((r) => [r, camposDeForma(formaDe(r.consulta))]));
  const escritos = escritosPorBase(m);
  let direccion = 0;

  const formularioDe = (r: Ruta): [string, string][] => {
    const ejemplo = escritos.get(r.camino.replace(/\/(:paso|revision)$/, ''));
    if (ejemplo && !azar.unaDe(4)) {
      const campos = Object.entries(azar.uno(ejemplo));
      return campos.flatMap(([campo, v]) =>
        [v].flat().map((uno): [string, string] => [campo, azar.unaDe(3) ? azar.uno(TEXTOS) : uno]),
      );
    }
    const forma = formas.get(r);
    const hecho = forma ? generar(forma, azar) : undefined;
    const campos = Object.entries(typeof hecho === 'object' && hecho !== null ? hecho : {});
    const texto = (v: unknown) => (typeof v === 'string' ? v : (JSON.stringify(v) ?? ''));
    const sueltos: [string, string][] = [[azar.uno(TEXTOS), azar.uno(TEXTOS)]];
    return [...campos.map(([campo, v]): [string, string] => [campo, texto(v)]), ...sueltos];
  };

  const cuerpoDe = (r: Ruta, csrf: string): { tipo: string; cuerpo: string | Buffer } => {
    if (azar.unaDe(15)) return { tipo: azar.uno(TIPOS), cuerpo: azar.uno(BASURA) };
    if (r.multiparte) return multiparte(r, csrf, azar);
    if (r.api) {
      const forma = formas.get(r);
      return {
        tipo: 'application/json',
        cuerpo: JSON.stringify(forma && !azar.unaDe(8) ? generar(forma, azar) : cualquiera(azar)),
      };
    }
    const datos = new URLSearchParams();
    for (const [campo, valor] of formularioDe(r)) datos.append(campo, valor);
    datos.set('_csrf', azar.unaDe(12) ? azar.uno(TEXTOS) : csrf);
    if (azar.unaDe(3)) datos.set('_revision', azar.unaDe(2) ? '1' : azar.uno(TEXTOS));
    if (azar.unaDe(6)) datos.set('_accion', azar.uno(['buscar', ...TEXTOS]));
    if (azar.unaDe(6)) datos.set('_clave', azar.uno(TEXTOS));
    const cuerpo = datos.toString();
    return {
      tipo: 'application/x-www-form-urlencoded',
      cuerpo: azar.unaDe(20) ? `${cuerpo}&%&=%zz&a[b]=1&a.b=2&${'&'.repeat(50)}` : cuerpo,
    };
  };

  return () => {
    const r = azar.uno(rutas);
    const token = azar.unaDe(5) ? azar.uno(tokens.todos) : tokens.de(r);
    const url = urlDe(m, r, consultas.get(r) ?? [], azar);
    const csrf = token ? tokenCsrf(CLAVES, token) : '';
    const cabeceras: Record<string, string> = { 'sec-fetch-site': 'same-origin' };
    if (token && r.api) cabeceras.authorization = `Bearer ${token}`;
    if (token && r.api) cabeceras['autogestion-prueba'] = PRUEBA;
    if (token && !r.api) cabeceras.cookie = `sesion=${token}; prueba=${PRUEBA}`;
    for (let i = azar.entero(3); i > 0; i--) {
      const [nombre, valor] = azar.uno(CABECERAS);
      cabeceras[nombre] = valor;
    }
    const { tipo, cuerpo } = r.metodo === 'GET' ? { tipo: '', cuerpo: '' } : cuerpoDe(r, csrf);
    if (tipo) cabeceras['content-type'] = tipo;
    direccion += 1;
    return {
      ruta: r,
      peticion: {
        method: r.metodo,
        url,
        headers: cabeceras,
        remoteAddress: `10.${(direccion >> 16) & 255}.${(direccion >> 8) & 255}.${direccion & 255}`,
        ...(r.metodo !== 'GET' && { payload: cuerpo }),
      },
    };
  };
}

/** Examples of each journey, by the path of its drafts: what its pages take. */
function escritosPorBase(m: Mundo): Map<string, Record<string, string | string[]>[]> {
  const salida = new Map<string, Record<string, string | string[]>[]>();
  for (const { base, def } of recorridosDe(m.o.oficina.rutas)) {
    const de = def.pasos.flatMap((p) => {
      const ejemplos = typeof p.ejemplos === 'function' ? [] : p.ejemplos;
      return [...ejemplos, ...(p.erroneos ?? [])].map((e) => e.escrito);
    });
    if (de.length > 0) salida.set(base, de);
  }
  return salida;
}

/** Half of a pair of surrogates cannot be written in an address. */
const enDireccion = (texto: string): string => encodeURIComponent(texto.replace(/\p{Cs}/gu, '\ufffd'));

function urlDe(m: Mundo, r: Ruta, consulta: readonly string[], azar: Azar): string {
  const bueno = m.caminoDe(r);
  const partes = bueno.split('/');
  if (azar.unaDe(4)) {
    const cual = 1 + azar.entero(partes.length - 1);
    partes[cual] = azar.unaDe(6) ? '%zz' : enDireccion(azar.uno(TEXTOS));
  }
  const pares = [...consulta, ...(azar.unaDe(6) ? ['x'] : [])].flatMap((campo) =>
    azar.unaDe(3) ? [] : [`${campo}=${enDireccion(azar.uno(TEXTOS))}`],
  );
  if (azar.unaDe(30)) pares.push('%', '&&=', 'a[]=1&a[]=2');
  return partes.join('/') + (pares.length > 0 ? `?${pares.join('&')}` : '');
}

function multiparte(r: Ruta, csrf: string, azar: Azar): { tipo: string; cuerpo: Buffer } {
  const linde = 'linde';
  const campo = (nombre: string, valor: string) =>
    `--${linde}\r\ncontent-disposition: form-data; name="${nombre}"\r\n\r\n${valor}\r\n`;
  const archivo = `--${linde}\r\ncontent-disposition: form-data; name="archivo"; filename="${azar.uno(['a.pdf', 'a.jpg', '', '../x'])}"\r\ncontent-type: application/pdf\r\n\r\n`;
  const contenido = azar.uno([
    '%PDF-1.7\n%%EOF',
    '%PDF-1.7 /ByteRange[0 1 2 3]/Contents<00>',
    '\u00ff\u00d8\u00ff',
    '\u0089PNG\r\n\u001a\n',
    '',
    'x'.repeat(5_000),
  ]);
  const campos = camposDeForma(formaDe(r.cuerpo)).map((c) => campo(c, azar.uno(TEXTOS)));
  const todo = `${campo('_csrf', csrf)}${campos.join('')}${archivo}${contenido}\r\n--${linde}--\r\n`;
  const cuerpo = Buffer.from(todo, azar.unaDe(2) ? 'latin1' : 'utf8');
  return {
    tipo: azar.unaDe(10) ? 'multipart/form-data' : `multipart/form-data; boundary=${linde}`,
    cuerpo: azar.unaDe(4) ? cuerpo.subarray(0, azar.entero(cuerpo.length)) : cuerpo,
  };
}

const TIPOS: readonly string[] = [
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=""',
  'multipart/mixed; boundary=x',
  'text/plain',
  'text/html',
  ';;;',
  'application/json; charset=utf-16',
];
const BASURA: readonly (string | Buffer)[] = [
  '',
  '{',
  '[',
  '"',
  'nul',
  '{"__proto__":{"a":1}}',
  '{"constructor":{"prototype":1}}',
  `${'['.repeat(2_000)}`,
  `{"a":${'9'.repeat(2_000)}}`,
  '=&=&=',
  '%E0%A4%A',
  '_csrf=1&_csrf=2&_revision[]=1',
  '--\r\n\r\n',
  Buffer.from([0xff, 0xfe, 0x00, 0x00]),
  Buffer.alloc(70_000, 'x'),
];
const CABECERAS: readonly (readonly [string, string])[] = [
  ['accept-encoding', 'br;q=0, gzip;q=0, *;q=0'],
  ['accept-encoding', 'x'.repeat(100)],
  ['accept-language', '\u00ff'],
  ['authorization', 'Bearer x'],
  ['authorization', 'Basic Og=='],
  ['cookie', 'sesion=; prueba=;;; a=b=c; %=%'],
  ['cookie', `recuperar=${'a'.repeat(43)}.Ly9l.1`],
  ['cookie', `recuperar=${'a'.repeat(43)}.L2RlLw.1; dispositivo=%00`],
  ['cookie', 'dispositivo=x; visita=\u00ff'],
  ['idempotency-key', 'corta'],
  ['idempotency-key', 'una-clave-de-idempotencia'],
  ['if-match', '"999999999999999999999"'],
  ['if-match', 'W/"1"'],
  ['if-none-match', '*'],
  ['origin', 'null'],
  ['origin', 'http://'],
  ['range', 'bytes=0-0,5-1,-'],
  ['referer', 'http://[::1'],
  ['referer', '\u00ff'],
  ['sec-fetch-site', 'none'],
  ['x-forwarded-for', 'unknown, \u0000'],
  ['x-http-method-override', 'DELETE'],
  ['expect', '100-continue'],
];

import type { Inscrita, PersonaDePrueba } from './inscripcion.ts';
import { fechaEnCampos } from './inscripcion.ts';
import type { Navegador } from './navegador.ts';
import type { OficinaDePrueba } from './oficina.ts';

export const CONTRASENA = 'arepa con 2 quesos';

/** A browser in which the person has already come in. */
export function navegadorDe(o: OficinaDePrueba, i: Inscrita): Navegador {
  const n = o.navegador();
  n.galletas.set('sesion', i.token);
  return n;
}

const mostradoDe = (n: Navegador): string => n.ocultos().mostrado ?? '';

/** Asks for a dynamic key on the page of `camino`; a minute passes first, as a person's does. */
export async function pedirClave(o: OficinaDePrueba, n: Navegador, camino: string, canal = 'correo') {
  o.reloj.avanzar(61_000);
  await n.ver(camino);
  const r = await n.enviar(`${camino}/clave`, { canal, mostrado: mostradoDe(n) });
  if (r.statusCode === 303) await n.seguir();
  return r;
}

/** From the agreement to the receipt of form 10036, without script. */
export async function obtenerFirma(
  o: OficinaDePrueba,
  i: Inscrita,
  p: PersonaDePrueba,
  contrasena = CONTRASENA,
): Promise<{ navegador: Navegador; acto: string }> {
  const n = navegadorDe(o, i);
  await n.ver('/mi-firma/acuerdo');
  if (n.pagina?.statusCode === 200) await n.enviar('/mi-firma/acuerdo', { acepta: 'si' });
  await pedirClave(o, n, '/mi-firma/emitir');
  const r = await emitir(o, n, p, { contrasena, repetida: contrasena });
  if (r.statusCode !== 303) throw new Error(`emitir: ${r.statusCode} ${errorDe(r.body)}`);
  return { navegador: n, acto: String(r.headers.location) };
}

/** Sends the form of issue with what a person would write, or what the test changes. */
export async function emitir(
  o: OficinaDePrueba,
  n: Navegador,
  p: PersonaDePrueba,
  cambios: Record<string, string> = {},
) {
  const expedicion = fechaEnCampos(p.fila.fecha_expedicion);
  return n.enviar('/mi-firma/emitir', {
    mostrado: mostradoDe(n),
    codigo: await o.codigo(p.correo),
    contrasena: CONTRASENA,
    repetida: CONTRASENA,
    ...Object.fromEntries(Object.entries(expedicion).map(([c, v]) => [c.replace('fecha', 'expedicion'), v])),
    ...cambios,
  });
}

/** Signs what the page of `camino` shows. */
export async function firmar(
  o: OficinaDePrueba,
  n: Navegador,
  camino: string,
  p: PersonaDePrueba,
  cambios: Record<string, string> = {},
) {
  return n.enviar(camino, {
    mostrado: mostradoDe(n),
    contrasena: CONTRASENA,
    codigo: await o.codigo(p.correo),
    ...cambios,
  });
}

/** What a person reads beside the fields. */
export const errorDe = (html: string): string =>
  [...html.matchAll(/govuk-error-message[^>]*>([\s\S]*?)<\/p>/g)]
    .map(([, texto = '']) => texto.replace(/<[^>]*>/g, '').trim())
    .join(' | ');

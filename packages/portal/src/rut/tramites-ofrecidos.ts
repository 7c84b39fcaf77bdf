import type { RegistroRut } from '@autogestion/normas/rut';
import { clase, contextoDePagina } from '../plataforma/index.ts';
import type { EstadoRut } from './consultas.ts';

/** Something that may be done with a RUT: the pages of the registry and the home lead to it. */
export interface TramiteOfrecido {
  /** Name of the route of its first page. */
  ruta: string;
  texto: string;
  /** Whom it is for. What one cannot do is not offered; its own page says why to whoever arrives. */
  si: (r: RegistroRut) => boolean;
  /** States of a RUT in which it may be asked for; active alone unless told (DUR 1.6.1.2.28). */
  con?: readonly EstadoRut[];
  /** The home offers it too. */
  enInicio?: true;
}

/** Rooms further down bring them; the registry knows none by name. */
export const TRAMITES_OFRECIDOS = clase<TramiteOfrecido>('procedure that the RUT offers', (t) => t.ruta);

/** Those that are for that RUT, with their addresses for whoever `titular` (opaque) is. */
export function tramitesPara(
  registro: RegistroRut,
  estado: EstadoRut,
  titular: string,
  cuales: (t: TramiteOfrecido) => boolean = () => true,
): { href: string; texto: string }[] {
  const { casa } = contextoDePagina();
  return (casa?.todos(TRAMITES_OFRECIDOS) ?? []).flatMap((t) => {
    const camino = casa?.camino(t.ruta);
    return camino !== undefined && (t.con ?? ['activo']).includes(estado) && t.si(registro) && cuales(t)
      ? [{ href: camino.replace(':titular', titular), texto: t.texto }]
      : [];
  });
}

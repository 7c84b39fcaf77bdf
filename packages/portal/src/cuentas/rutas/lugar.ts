import type { Peticion } from '../../plataforma/index.ts';
import type { Lugar } from '../paginas/seguridad.tsx';

/** Of a page of who signed in, or of the taxpayer for whom they act. `encima` stands between their home and the page. */
export function lugarDe(
  p: Peticion,
  o: { base: string; encima?: { texto: string; href: string } | undefined },
): Lugar {
  const de = (p.parametros as { titular?: string } | undefined)?.titular;
  return {
    base: o.base,
    migas: [{ texto: 'Inicio', href: de ? `/de/${de}` : '/' }, ...(o.encima ? [o.encima] : [])],
  };
}

import type { EnTransaccion, Peticion } from '../../plataforma/index.ts';
import { quienEntro } from '../cuenta/quien-entro.ts';
import type { Marco } from '../paginas/seguridad.tsx';

/** Around a page of who signed in, or of the taxpayer for whom they act: the header is always theirs. */
export async function marcoDe(
  enTransaccion: EnTransaccion,
  p: Peticion,
  o: { base: string; encima?: { texto: string; href: string } },
): Promise<Marco> {
  const q = await quienEntro(enTransaccion, p);
  const de = (p.parametros as { titular?: string } | undefined)?.titular;
  return {
    base: o.base,
    csrf: p.csrf(),
    persona: q.persona,
    migas: [{ texto: 'Inicio', href: de ? `/de/${de}` : q.base }, ...(o.encima ? [o.encima] : [])],
  };
}

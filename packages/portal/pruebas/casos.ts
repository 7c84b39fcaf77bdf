import type { Actor, Transaccion } from '../src/plataforma/index.ts';
import { casoPorRadicado, FLUJO_PETICION, type Caso, type TipoDeCaso } from '../src/tramites/index.ts';
import { idDe } from './cuentas.ts';
import { inscribirPersona, persona, type Inscrita, type PersonaDePrueba } from './inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from './oficina.ts';
import { comoPersona, funcionariaDePrueba, radicarDePrueba, salaDePrueba, tipoDePrueba } from './tramites.ts';

/** An office with somebody who files, an official who works the queue of the RUT, and kinds of case to file. */
export interface EscenaDeCasos {
  o: OficinaDePrueba;
  ana: Inscrita;
  anaId: string;
  deAna: PersonaDePrueba;
  luz: Actor;
  como: <T>(quien: Actor, obra: (trx: Transaccion) => Promise<T>) => Promise<T>;
  /** The case, as its person sees it. */
  ver(radicado: string): Promise<Caso>;
  /** A petition of Ana's. @returns its radicado */
  pedir(): Promise<string>;
  /** What the database holds of it while it is open. */
  pendiente(radicado: string): Promise<{ estado: string; vence: string }[]>;
  /** The page of the case, as Ana reads it. */
  pagina(radicado: string): Promise<string>;
}

export async function escenaDeCasos(
  entorno: Record<string, string> = {},
  ...mas: readonly TipoDeCaso[]
): Promise<EscenaDeCasos> {
  const peticion = tipoDePrueba({ tipo: 'prueba.peticion', flujo: FLUJO_PETICION });
  const o = await abrirOficina(entorno, undefined, {
    otrasSalas: [salaDePrueba(tipoDePrueba(), peticion, ...mas)],
  });
  const deAna = persona();
  const ana = await inscribirPersona(o, deAna);
  const anaId = await idDe(o, ana.titular);
  const como = <T>(quien: Actor, obra: (trx: Transaccion) => Promise<T>) =>
    o.oficina.enTransaccion(quien, obra);
  return {
    o,
    ana,
    anaId,
    deAna,
    luz: await funcionariaDePrueba(o, 'luz'),
    como,
    async ver(radicado) {
      const caso = await como(comoPersona(anaId), (trx) => casoPorRadicado(trx, radicado));
      if (!caso) throw new Error('The case is not there');
      return caso;
    },
    pedir: () => radicarDePrueba(o, ana.titular, 'si', 'prueba.peticion'),
    pendiente: (radicado) =>
      o.consultar('select estado, vence::text as vence from tramites.pendiente where radicado = $1', [
        radicado,
      ]),
    async pagina(radicado) {
      const n = o.navegador();
      n.galletas.set('sesion', ana.token);
      return (await n.ver(`/de/${ana.titular}/tramites/${radicado}`)).body;
    },
  };
}

/** A decision with its reasons. */
export const decision = (radicado: string, sentido = 'aprobada') => ({
  radicado,
  sentido,
  razones: 'Cumple lo que pide la norma.',
  fundamento: 'DUR 1.6.1.2.31',
  demostracion: true,
});

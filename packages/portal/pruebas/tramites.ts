import { definidos } from '@autogestion/normas/definidos';
import type { EstadoCondicion } from '@autogestion/normas/rut';
import { z } from 'zod';
import type { Rol } from '../src/cuentas/index.ts';
import { archivos, type Actor, type Sala } from '../src/plataforma/index.ts';
import { guardarAdjunto } from '../src/tramites/adjuntos/index.ts';
import {
  deCasos,
  FLUJO_RUT,
  prepararSolicitud,
  radicarCaso,
  tipoDeCaso,
  type TipoDeCaso,
} from '../src/tramites/index.ts';
import { funcionario, idDe } from './cuentas.ts';
import type { OficinaDePrueba } from './oficina.ts';

const SOLICITUD = z.object({ pide: z.enum(['si', 'no', 'quien-sabe']) });
type Pide = z.output<typeof SOLICITUD>['pide'];
const ESTADOS: Record<Pide, EstadoCondicion> = { si: 'cumple', no: 'no-cumple', 'quien-sabe': 'no-se-sabe' };

/** A kind of case of the tests' own: it may be approved when what is asked is «sí», or when an official verified it. */
export function tipoDePrueba(cambios: Partial<TipoDeCaso> = {}): TipoDeCaso {
  const tipo = tipoDeCaso<z.output<typeof SOLICITUD>>({
    tipo: 'prueba.caso',
    nombre: 'Trámite de prueba',
    serie: 'RU',
    rol: 'mesa-rut',
    flujo: FLUJO_RUT,
    cuatroOjos: false,
    variosALaVez: true,
    esquema: SOLICITUD,
    presentar: ({ pide }) => ({
      titulo: 'Trámite de prueba',
      secciones: [{ titulo: 'Qué pide', filas: [{ clave: 'Pide', valor: pide }] }],
    }),
    documentos: () => [{ id: 'soporte', nombre: 'Soporte', obligatorio: false }],
    verificables: [{ id: 'saber', que: 'si se sabe', condicion: 'pide' }],
    async comprobar(_, { solicitud: { pide }, verificado }) {
      const hallazgo = verificado.saber;
      const estado = hallazgo ? (hallazgo === 'hay' ? 'no-cumple' : 'cumple') : ESTADOS[pide];
      return {
        estado,
        condiciones: [
          { id: 'pide', estado, razon: `Pide «${pide}».`, articulo: 'Ninguno', certeza: 'norma' },
        ],
      };
    },
    plantilla: () => ({ razones: 'Porque cumple lo que se pide.', fundamento: 'Ninguno.' }),
  });
  return { ...tipo, ...cambios };
}

/** A room of the tests' own, with kinds of case to file. */
export const salaDePrueba =
  (...tipos: readonly TipoDeCaso[]): Sala =>
  () => ({ nombre: 'prueba', tipos: deCasos(...tipos) });

export const SESION_DE_PRUEBA = '00000000-0000-7000-8000-000000000000';

export const comoPersona = (persona: string): Actor => ({
  tipo: 'persona',
  persona,
  sesion: SESION_DE_PRUEBA,
});

let siguiente = 0;

/** A request of that taxpayer, ready to be signed. */
export async function prepararDePrueba(
  o: OficinaDePrueba,
  titular: string,
  pide: Pide = 'si',
  tipo = 'prueba.caso',
): Promise<{ id: string; idPublico: string; titular: string }> {
  const id = await idDe(o, titular);
  const clave = `prueba-${siguiente++}`;
  const s = await o.oficina.enTransaccion(comoPersona(id), (trx) =>
    prepararSolicitud(trx, { tipo, titular: id, solicitud: { pide }, clave }),
  );
  return { ...s, titular: id };
}

/** The same, filed without a signature. @returns its radicado */
export async function radicarDePrueba(
  o: OficinaDePrueba,
  titular: string,
  pide: Pide = 'si',
  tipo = 'prueba.caso',
): Promise<string> {
  const s = await prepararDePrueba(o, titular, pide, tipo);
  const caso = await o.oficina.enTransaccion(comoPersona(s.titular), (trx) =>
    radicarCaso(trx, {
      solicitud: { id: s.id, tipo, titular: s.titular, solicitud: { pide } },
      demostracion: true,
    }),
  );
  return caso.radicado;
}

/** A file of that request. @returns its public identifier */
export async function adjuntarDePrueba(
  o: OficinaDePrueba,
  s: { id: string; titular: string },
): Promise<string> {
  const contenido = Buffer.from('%PDF-1.7 de prueba');
  const r = await o.oficina.enTransaccion(comoPersona(s.titular), (trx) =>
    guardarAdjunto(
      trx,
      { archivos: archivos() },
      {
        solicitud: s.id,
        titular: s.titular,
        pedido: 'soporte',
        archivo: { nombre: 'soporte.pdf', media: 'application/pdf', contenido },
      },
    ),
  );
  if (!r.ok) throw new Error(r.mensaje);
  return r.valor.idPublico;
}

/** An official, as an actor of transactions. */
export async function funcionariaDePrueba(
  o: OficinaDePrueba,
  usuario: string,
  roles: Rol[] = ['mesa-rut'],
  numero?: string,
): Promise<Actor> {
  await funcionario(o, { usuario, roles, ...definidos({ numero: numero || undefined }) });
  const [f] = await o.consultar<{ id: string }>('select id from cuentas.funcionario where usuario = $1', [
    usuario,
  ]);
  return { tipo: 'funcionario', funcionario: f?.id ?? '', sesion: SESION_DE_PRUEBA };
}

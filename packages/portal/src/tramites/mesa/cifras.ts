import { sumarDias, type Fecha } from '@autogestion/normas/fechas';
import type { CifraDeMesa, FuenteDeCifras } from '../../cuentas/index.ts';
import { llamar, type Transaccion } from '../../plataforma/index.ts';
import { exigirRol } from '../atender-caso.ts';
import { EN_LA_MESA } from '../politicas.ts';
import { limiteDelSemaforo } from '../semaforo.ts';

/** House rule: how far back one's own figures look. */
const DIAS_DE_LO_HECHO = 7;
/** House rule: how many weeks who supervises sees, the current one included. */
export const SEMANAS = 8;

/** What waits for an official, on their home. */
export const cifrasDeTramites: FuenteDeCifras = {
  nombre: 'tramites.cifras',
  roles: EN_LA_MESA.tomar,
  async leer(trx) {
    const filas: Record<
      'mios' | 'vencidos' | 'de_hoy' | 'pronto' | 'por_confirmar' | 'libres' | 'hechos',
      bigint
    >[] = await llamar(trx, 'tramites.mis_cifras', {
      hoy: trx.hoy,
      finDeHoy: limiteDelSemaforo('hoy', trx.hoy),
      pronto: limiteDelSemaforo('pronto', trx.hoy),
      desde: sumarDias(trx.hoy, 1 - DIAS_DE_LO_HECHO),
    });
    const [c] = filas;
    if (!c) return [];
    const cifra = (texto: string, n: bigint, consulta: string, tono?: CifraDeMesa['tono']): CifraDeMesa => ({
      texto,
      valor: Number(n),
      href: `/mesa/tramites?${consulta}`,
      ...(tono && n > 0n && { tono }),
    });
    return [
      cifra('Los que tengo', c.mios, 'de=mios'),
      cifra('Vencidos', c.vencidos, 'de=mios&plazo=vencido', 'mal'),
      cifra('Vencen hoy', c.de_hoy, 'de=mios&plazo=hoy', 'urge'),
      cifra('Vencen pronto', c.pronto, 'de=mios&plazo=pronto', 'ojo'),
      cifra('Por confirmar', c.por_confirmar, 'de=por-confirmar'),
      cifra('Sin tomar', c.libres, 'de=libres'),
      { texto: `Terminados en ${DIAS_DE_LO_HECHO} días`, valor: Number(c.hechos) },
    ];
  },
};

interface CargaDeFuncionario {
  rol: string;
  /** Null of what nobody has. */
  funcionario: string | null;
  nombre: string | null;
  abiertos: number;
  vencidos: number;
  pronto: number;
  /** Ended in the last seven days. */
  hechos: number;
}
interface CargaDeTipo {
  rol: string;
  tipo: string;
  abiertos: number;
  vencidos: number;
  pronto: number;
  /** Days since it was filed: of the one in the middle, and of the oldest. */
  edadMediana: number;
  edadMayor: number;
}
export interface Semana {
  /** Its Monday. */
  semana: Fecha;
  tipo: string;
  entraron: number;
  salieron: number;
  aTiempo: number;
}
export interface Supervision {
  funcionarios: CargaDeFuncionario[];
  tipos: CargaDeTipo[];
  semanas: Semana[];
}

/** The Monday of the first week that is shown. */
export const primeraSemana = (hoy: Fecha): Fecha => {
  const dia = new Date(`${hoy}T12:00:00Z`).getUTCDay();
  return sumarDias(hoy, -((dia + 6) % 7) - 7 * (SEMANAS - 1));
};

/** What is open, by official and by kind, and what came in and went out in each week. @throws 403 */
export async function leerSupervision(trx: Transaccion): Promise<Supervision> {
  await exigirRol(trx, EN_LA_MESA.verCargas);
  const hoy = trx.hoy;
  const pronto = limiteDelSemaforo('pronto', hoy);
  const desde = sumarDias(hoy, 1 - DIAS_DE_LO_HECHO);
  type DeFuncionario = Record<'abiertos' | 'vencidos' | 'pronto' | 'hechos', bigint> &
    Pick<CargaDeFuncionario, 'rol' | 'funcionario' | 'nombre'>;
  const funcionarios: DeFuncionario[] = await llamar(trx, 'tramites.cargas_por_funcionario', {
    hoy,
    pronto,
    desde,
  });
  type DeTipo = Record<'abiertos' | 'vencidos' | 'pronto', bigint> & {
    rol: string;
    tipo: string;
    edad_mediana: number;
    edad_mayor: number;
  };
  const tipos: DeTipo[] = await llamar(trx, 'tramites.cargas_por_tipo', { hoy, pronto });
  type DeSemana = { semana: Fecha; tipo: string; entraron: bigint; salieron: bigint; a_tiempo: bigint };
  const semanas: DeSemana[] = await llamar(trx, 'tramites.por_semana', { desde: primeraSemana(hoy) });
  return {
    funcionarios: funcionarios.map((f) => ({
      ...f,
      abiertos: Number(f.abiertos),
      vencidos: Number(f.vencidos),
      pronto: Number(f.pronto),
      hechos: Number(f.hechos),
    })),
    tipos: tipos.map((t) => ({
      rol: t.rol,
      tipo: t.tipo,
      abiertos: Number(t.abiertos),
      vencidos: Number(t.vencidos),
      pronto: Number(t.pronto),
      edadMediana: t.edad_mediana,
      edadMayor: t.edad_mayor,
    })),
    semanas: semanas.map((s) => ({
      semana: s.semana,
      tipo: s.tipo,
      entraron: Number(s.entraron),
      salieron: Number(s.salieron),
      aTiempo: Number(s.a_tiempo),
    })),
  };
}

/** What a figure of a week counts. */
export const QUE_DE_LA_SEMANA = ['entraron', 'salieron', 'a-tiempo', 'tarde'] as const;
export type QueDeLaSemana = (typeof QUE_DE_LA_SEMANA)[number];

export interface CasoDeLaSemana {
  radicado: string;
  tipo: string;
  radicado_dia: Fecha;
  /** When it was ended. */
  dia: Fecha | null;
  vencia: Fecha | null;
  /** Who ended it, of the office. */
  nombre: string | null;
}

/** House rule: a list of a figure is read, not downloaded. */
export const LIMITE_DE_LISTA = 200;

/** The cases behind a figure, of one week or of several on end. @throws 403 */
export async function casosDeLaSemana(
  trx: Transaccion,
  {
    que,
    semana,
    semanas = 1,
    tipo,
  }: { que: QueDeLaSemana; semana: Fecha; semanas?: number; tipo?: string | undefined },
): Promise<CasoDeLaSemana[]> {
  await exigirRol(trx, EN_LA_MESA.verCargas);
  const filas: CasoDeLaSemana[] = await llamar(trx, 'tramites.de_la_semana', {
    que,
    desde: semana,
    hasta: sumarDias(semana, 7 * semanas - 1),
    tipo: tipo ?? null,
    limite: LIMITE_DE_LISTA,
  });
  return filas;
}

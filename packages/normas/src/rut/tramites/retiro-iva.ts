import { condicionesDelAnio } from './condiciones-iva.ts';
import type { HechosIvaDelAnio } from './condiciones-iva.ts';
import { alguna, condicion, evaluacion, todas } from './condicion.ts';
import type { Condicion, Evaluacion } from './condicion.ts';
import { condicionesDeLaSolicitud } from './solicitud.ts';
import type { HechosDeLaSolicitud } from './solicitud.ts';
import { dentroDelTope, TOPE_CONTRATOS_CON_EL_ESTADO, TOPE_NO_RESPONSABLE } from './topes.ts';
import type { Tope } from './topes.ts';

/** What the person does, as ET 437 par. 3 tells those who may be no responsables from those who may not. */
export type ClaseDeActividad = 'minorista' | 'artesano' | 'agropecuaria' | 'servicios' | 'mayorista';

export interface HechosRetiroIva extends HechosDeLaSolicitud {
  /** Year of the request. */
  anio: number;
  /** Box 24. */
  tipoContribuyente: '1' | '2';
  /** Box 53, today. */
  responsabilidades: readonly string[];
  /** Box 54, today. */
  usuariosAduaneros: readonly string[];
  actividad?: ClaseDeActividad;
  /** Whether all of the income comes from contracts with the State. */
  soloContratosConElEstado?: boolean;
  /** Whether every activity is one of those of ET 908 num. 1: small shops, minimarkets, hairdressers. */
  soloTiendas?: boolean;
  /** The year before and that of the request. */
  porAnio: Readonly<Record<number, HechosIvaDelAnio | undefined>>;
}

/** One of the ways in which the law lets somebody stop being responsable: any of them is enough. */
export interface ViaDeRetiro extends Evaluacion {
  id: 'paragrafo-3' | 'simple-ingresos' | 'simple-tiendas';
  nombre: string;
}

export interface EvaluacionRetiroIva extends Evaluacion {
  vias: ViaDeRetiro[];
}

/**
 * ET 437 par. 4 does not say of which year the income of a SIMPLE taxpayer is: this office takes the year
 * before and that of the request, as DUR 1.6.1.2.14 par. 2 does for par. 3.
 */
export const ANIOS_DEL_SIMPLE_SIN_IVA = { anteriorYEnCurso: true, sinFuente: true } as const;

/**
 * No article says from which day a withdrawal that was approved takes effect: this office takes that of the new version
 * of the RUT, for until then it says that the person is responsable. So do the withdrawals of IVA and of INC.
 */
export const EFECTO_DEL_RETIRO = { desde: 'version-nueva', sinFuente: true } as const;

/**
 * Whether somebody may ask to stop being responsable of IVA (48 → 49): ET 437 par. 3 and 4, in the year
 * before and that of the request, each with its own UVT (DUR 1.6.1.2.14 par. 2). Who stops selling what
 * pays IVA goes another way: `evaluarCeseIva`.
 *
 * @throws HechoImposible
 */
export function evaluarRetiroIva(h: HechosRetiroIva): EvaluacionRetiroIva {
  const comunes = [
    condicion({
      id: 'responsable',
      articulo: 'ET 437',
      hecho: h.responsabilidades.includes('48'),
      cumple: 'Su RUT dice que es responsable de IVA (código 48).',
      noCumple: 'Su RUT no dice que sea responsable de IVA: no hay nada que retirar.',
      noSeSabe: '',
    }),
    ...condicionesDeLaSolicitud(h),
  ];
  const vias = [porElParagrafo3(h), porIngresosDelSimple(h), porTiendas(h)];
  return {
    estado: todas([...comunes.map((c) => c.estado), alguna(vias.map((v) => v.estado))]),
    condiciones: comunes,
    vias,
  };
}

function porElParagrafo3(h: HechosRetiroIva): ViaDeRetiro {
  const topes = topesDe(h.soloContratosConElEstado);
  const aduanero = h.usuariosAduaneros.length > 0 || h.responsabilidades.includes('10');
  const anterior = h.porAnio[h.anio - 1] ?? {};
  const enCurso = h.porAnio[h.anio] ?? {};
  return via('paragrafo-3', 'Cumple las condiciones de los pequeños', [
    personaNatural(h, 'ET 437 par. 3'),
    condicion({
      id: 'actividad',
      articulo: 'ET 437 par. 3',
      hecho: h.actividad === undefined ? undefined : h.actividad !== 'mayorista',
      cumple: 'Vende al detal, es artesano o pequeño agricultor o ganadero, o presta servicios.',
      noCumple: 'Quien vende al por mayor lo que paga IVA no puede dejar de ser responsable.',
      noSeSabe: 'Falta saber si vende al detal o al por mayor.',
    }),
    ...condicionesDelAnio(h.anio - 1, anterior, topes),
    ...condicionesDelAnio(h.anio, aduanero ? { ...enCurso, usuarioAduanero: true } : enCurso, topes),
  ]);
}

function topesDe(soloEstado: boolean | undefined): Tope[] {
  if (soloEstado === undefined) return [TOPE_NO_RESPONSABLE, TOPE_CONTRATOS_CON_EL_ESTADO];
  return [soloEstado ? TOPE_CONTRATOS_CON_EL_ESTADO : TOPE_NO_RESPONSABLE];
}

function porIngresosDelSimple(h: HechosRetiroIva): ViaDeRetiro {
  return via('simple-ingresos', 'Está en el SIMPLE y recibe poco', [
    personaNatural(h, 'ET 437 par. 4 inc. 2'),
    enElSimple(h, 'ET 437 par. 4 inc. 2'),
    ...[h.anio - 1, h.anio].map((anio) => ({
      ...dentroDelTope({
        id: `ingresos-brutos-${anio}`,
        articulo: 'ET 437 par. 4 inc. 2',
        anio,
        que: `todo lo que recibió en ${anio}`,
        valor: h.porAnio[anio]?.ingresosTotales,
        topes: [TOPE_NO_RESPONSABLE],
        regla: 'inferior',
      }),
      certeza: 'parametro' as const,
    })),
  ]);
}

function porTiendas(h: HechosRetiroIva): ViaDeRetiro {
  return via('simple-tiendas', 'Está en el SIMPLE y solo tiene tienda o peluquería', [
    enElSimple(h, 'ET 437 par. 4 inc. 1'),
    condicion({
      id: 'solo-tiendas',
      articulo: 'ET 437 par. 4 inc. 1; ET 908 num. 1',
      hecho: h.soloTiendas,
      cumple: 'Todas sus actividades son de tienda pequeña, minimercado, micromercado o peluquería.',
      noCumple: 'Tiene actividades que no son de tienda pequeña, minimercado, micromercado ni peluquería.',
      noSeSabe: 'Falta saber si todas sus actividades son de tienda pequeña o peluquería.',
    }),
  ]);
}

function via(id: ViaDeRetiro['id'], nombre: string, condiciones: Condicion[]): ViaDeRetiro {
  return { id, nombre, ...evaluacion(condiciones) };
}

function personaNatural({ tipoContribuyente }: HechosRetiroIva, articulo: string): Condicion {
  return condicion({
    id: 'persona-natural',
    articulo,
    hecho: tipoContribuyente === '2',
    cumple: 'Es persona natural.',
    noCumple: 'Solo las personas naturales pueden dejar de ser responsables por esta vía.',
    noSeSabe: '',
  });
}

function enElSimple({ responsabilidades }: HechosRetiroIva, articulo: string): Condicion {
  return condicion({
    id: 'simple',
    articulo,
    hecho: responsabilidades.includes('47'),
    cumple: 'Está en el SIMPLE (código 47).',
    noCumple: 'No está en el SIMPLE (código 47).',
    noSeSabe: '',
  });
}

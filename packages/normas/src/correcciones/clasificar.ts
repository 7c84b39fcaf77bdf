import { compararFechas, formatearFecha } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import { bien, falla } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import { ERRORES, LEY_962, MESES_PARA_OBJETAR } from './errores.ts';
import type { CampoErrado, Documento } from './errores.ts';
import { plazoParaCorregir } from './plazo.ts';

export interface ErrorPorCorregir {
  documento: Documento;
  campo: CampoErrado;
  /** Whether putting it right changes the tax a cargo, or the total withheld; absent when it is not known. */
  cambiaElImpuesto?: boolean;
  /**
   * By how much the amount to pay goes up, or the balance in favour down; negative the other way. Only what is of
   * substance looks at it.
   */
  diferencia?: bigint;
  /** Of the balance that is carried: whether its refund or offset was asked for. */
  saldoPedido?: boolean;
  /** It comes from a difference of opinion about the law, with facts complete and true (ET 588). */
  diferenciaDeCriterio?: boolean;
  /** Last day to file the return. */
  vence?: Fecha;
  dia?: Fecha;
}

export interface ClasificacionDelError {
  /** `formal`: no penalty. `sustancial`: the tax is at stake. `no-se-sabe`: `falta` says what has to be known. */
  clase: 'formal' | 'sustancial' | 'no-se-sabe';
  /** `de-una-vez`: the office corrects it at once. `declaracion`: by a corrected return. `caso`: an official looks. */
  camino: 'de-una-vez' | 'declaracion' | 'caso';
  /** Article of the penalty; null when there is none, absent while it is not known. */
  sancion?: 'ET 644' | null;
  norma: string;
  /** Why it is so, in a sentence for the person. */
  razon: string;
  /** What the person does now, or what the office does. */
  queHacer: string;
  /** Until when it can be corrected; null at any time (Consejo de Estado, 23854 de 2022), absent when it is not known. */
  plazo?: { hasta: Fecha; norma: string; vencido?: boolean } | null;
  /** What has to be known to say it. */
  falta?: 'cambiaElImpuesto' | 'diferencia' | 'saldoPedido';
  /** `parametro` when the sources leave it open: the person is not told it as certain. */
  certeza: 'norma' | 'dian' | 'parametro';
}

const SE_AVISA = `La oficina lo corrige y le avisa. Si no está de acuerdo, tiene ${MESES_PARA_OBJETAR} mes para decirlo.`;
const UN_FUNCIONARIO = 'Un funcionario lo revisa con usted: abra un caso y cuente qué pasó.';

/**
 * Whether an error in a return or in a slip is only of form, which the office corrects at once and without penalty (Ley 962
 * de 2005, art. 43), or of substance (ET 588, 589, 644), which goes by a corrected return or a case. What is not known
 * never becomes a yes: the answer says what is missing.
 */
export function clasificarError(error: ErrorPorCorregir): Resultado<ClasificacionDelError, 'campo-ajeno'> {
  const { nombre, en, toca } = ERRORES[error.campo];
  if (!(en as readonly Documento[]).includes(error.documento)) {
    const otro = error.documento === 'recibo' ? 'un recibo de pago' : 'una declaración';
    return falla('campo-ajeno', `«${nombre}» no es un dato que se corrija en ${otro}.`);
  }
  if (error.documento === 'recibo') return bien(error.campo === 'pagado' ? pagado() : formal('recibo'));
  if (error.campo === 'retenciones') return bien(retenciones());
  if (toca === 'fondo') return bien(sustancial(error));
  if (error.cambiaElImpuesto === true) return bien(sustancial(error));
  if (toca === 'forma') return bien(formal('declaracion'));
  if (error.cambiaElImpuesto === undefined) return bien(sinSaber('cambiaElImpuesto'));
  return bien(error.campo === 'arrastre' ? arrastre(error) : formal('cifra'));
}

const RAZON_FORMAL = {
  recibo: 'Es un error al llenar el recibo. El pago es el mismo: solo cambia a qué se abona.',
  declaracion: 'Es un error al llenar el formulario, y el impuesto no cambia.',
  cifra: 'La cifra está mal escrita o mal sumada, pero el impuesto a cargo no cambia.',
  arrastre: 'El saldo o el anticipo ya era suyo: faltó traerlo bien, y el impuesto a cargo no cambia.',
} as const;

function formal(que: keyof typeof RAZON_FORMAL): ClasificacionDelError {
  return {
    clase: 'formal',
    camino: 'de-una-vez',
    sancion: null,
    norma: LEY_962,
    razon: RAZON_FORMAL[que],
    queHacer: SE_AVISA,
    plazo: null,
    certeza: 'norma',
  };
}

/** The circular asks that neither refund nor offset of the balance was asked for. */
function arrastre({ saldoPedido }: ErrorPorCorregir): ClasificacionDelError {
  if (saldoPedido === undefined) return sinSaber('saldoPedido');
  if (!saldoPedido) return { ...formal('arrastre'), certeza: 'dian' };
  return {
    clase: 'sustancial',
    camino: 'caso',
    norma: LEY_962,
    razon: 'De ese saldo ya se pidió la devolución o la compensación: no se puede traer otra vez.',
    queHacer: UN_FUNCIONARIO,
    certeza: 'dian',
  };
}

/** A public page says that the Consejo de Estado took it for form in 2024 (28231); the judgment was not read. */
function retenciones(): ClasificacionDelError {
  return {
    clase: 'no-se-sabe',
    camino: 'caso',
    norma: `${LEY_962}; ET 589`,
    razon: 'No está claro si unas retenciones olvidadas son un error de forma o cambian lo que debe.',
    queHacer: UN_FUNCIONARIO,
    certeza: 'parametro',
  };
}

function pagado(): ClasificacionDelError {
  return {
    clase: 'sustancial',
    camino: 'caso',
    sancion: null,
    norma: ERRORES.pagado.norma,
    razon: 'Lo que entró al banco no se cambia. Si pagó de más, lo que sobra sigue siendo suyo.',
    queHacer: 'Puede pedir que se lo devuelvan, o que se abone a otra deuda.',
    certeza: 'norma',
  };
}

const QUE_FALTA = {
  cambiaElImpuesto: [
    'Falta saber si al corregirlo cambia el impuesto a cargo.',
    'Diga si el impuesto cambia.',
  ],
  diferencia: ['Falta saber si al corregirlo paga más, paga menos o queda igual.', 'Diga cuánto cambia.'],
  saldoPedido: [
    'Falta saber si de ese saldo ya se pidió la devolución o la compensación.',
    'La oficina lo mira: usted no tiene que traer nada.',
  ],
} as const;

function sinSaber(falta: keyof typeof QUE_FALTA): ClasificacionDelError {
  const [razon, queHacer] = QUE_FALTA[falta];
  return { clase: 'no-se-sabe', camino: 'caso', norma: LEY_962, razon, queHacer, falta, certeza: 'norma' };
}

const OTRA_DECLARACION = 'Presente la declaración corregida.';

function sustancial({
  diferencia,
  diferenciaDeCriterio = false,
  vence,
  dia,
}: ErrorPorCorregir): ClasificacionDelError {
  if (diferencia === undefined) return { ...sinSaber('diferencia'), norma: ERRORES.valor.norma };
  const comun = { clase: 'sustancial', camino: 'declaracion', certeza: 'norma' } as const;
  if (diferencia < 0n) {
    return conPlazo(
      {
        ...comun,
        sancion: null,
        norma: 'ET 589',
        razon:
          'Al corregirlo paga menos o aumenta su saldo a favor. No hay sanción, pero hay un año para hacerlo.',
        queHacer: OTRA_DECLARACION,
      },
      vence && plazoParaCorregir({ vence, diferencia }).hasta,
      dia,
    );
  }
  const hasta = vence && plazoParaCorregir({ vence, diferencia }).hasta;
  if (diferencia === 0n) {
    const razon = 'Cambia un dato, pero paga lo mismo y su saldo no cambia: no hay sanción.';
    return conPlazo(
      { ...comun, sancion: null, norma: 'ET 588', razon, queHacer: OTRA_DECLARACION },
      hasta,
      dia,
    );
  }
  if (diferenciaDeCriterio) {
    return conPlazo(
      {
        ...comun,
        sancion: null,
        norma: 'ET 588',
        razon:
          'Paga más por leer la ley de otra manera. Si los hechos son completos y ciertos, no hay sanción.',
        queHacer: `${OTRA_DECLARACION} Explique las razones.`,
      },
      // «Siguiendo el procedimiento previsto en el artículo siguiente»: in its term.
      vence && plazoParaCorregir({ vence, diferencia: -1n }).hasta,
      dia,
    );
  }
  return conPlazo(
    {
      ...comun,
      sancion: 'ET 644',
      norma: 'ET 588 y 644',
      razon: 'Al corregirlo paga más o baja su saldo a favor: la ley pone una sanción por corregir.',
      queHacer: `${OTRA_DECLARACION} Incluya la sanción y los intereses.`,
    },
    hasta,
    dia,
  );
}

/** After the term the return is not corrected by this way: an official says what is left. */
function conPlazo(
  c: ClasificacionDelError,
  hasta: Fecha | undefined,
  dia: Fecha | undefined,
): ClasificacionDelError {
  if (hasta === undefined) return c;
  const vencido = dia === undefined ? undefined : compararFechas(dia, hasta) > 0;
  const plazo = {
    hasta,
    norma: c.norma.slice(0, 'ET 588'.length),
    ...(vencido !== undefined && { vencido }),
  };
  if (!vencido) return { ...c, plazo };
  return {
    ...c,
    plazo,
    camino: 'caso',
    razon: `${c.razon} El plazo para corregirla terminó el ${formatearFecha(hasta)}.`,
    queHacer: UN_FUNCIONARIO,
  };
}

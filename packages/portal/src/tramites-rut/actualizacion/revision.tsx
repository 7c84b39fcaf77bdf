import { formatearPesos } from '@autogestion/normas/dinero';
import { formatearFecha } from '@autogestion/normas/fechas';
import type { Condicion, Contradiccion, EvaluacionActualizacion } from '@autogestion/normas/rut';
import { Advertencia, Etiqueta } from '../../interfaz/index.ts';
import { TablaDeCambios } from '../../rut/index.ts';
import { Contradicciones } from './contradicciones.tsx';
import type { Plazo } from './evaluar.ts';

/** Before the end: what changes, what the law says of it, and the month that one has. */
export function Revision({
  evaluacion,
  contradicciones,
  corregirEn,
  ingresosSinCambio,
  plazo,
}: {
  evaluacion: EvaluacionActualizacion;
  /** What box 53 would say against the rest. */
  contradicciones: readonly Contradiccion[];
  /** Slug of the question where box 53 is looked at. */
  corregirEn: string;
  /** Somebody earns more, and from what they answered no code follows that they can add. */
  ingresosSinCambio: boolean;
  plazo?: Plazo | undefined;
}) {
  const bien = evaluacion.condiciones.filter((c) => c.estado === 'cumple' && c.id !== 'hay-cambios');
  return (
    <>
      <TablaDeCambios cambios={evaluacion.cambios} />
      {ingresosSinCambio ? (
        <p class="govuk-inset-text">Por sus ingresos no tiene nada que agregar aquí, con lo que respondió.</p>
      ) : null}
      {bien.length > 0 ? (
        <ul class="govuk-list govuk-list--bullet">
          {bien.map((c) => (
            <li>
              {c.razon} <span class="govuk-body-s">({c.articulo})</span> <PorConfirmar condicion={c} />
            </li>
          ))}
        </ul>
      ) : null}
      {contradicciones.length > 0 ? (
        <>
          <Contradicciones contradicciones={contradicciones} />
          <p class="govuk-body">
            Puede actualizar así.{' '}
            <a class="govuk-link" href={corregirEn}>
              O revise antes sus responsabilidades
            </a>
            : lo que ya respondió queda.
          </p>
        </>
      ) : null}
      <PlazoDicho plazo={plazo} />
      <h2 class="govuk-heading-m">Sus respuestas</h2>
    </>
  );
}

/** What is this office's choice and not the law's is not told as certain. */
function PorConfirmar({ condicion }: { condicion: Condicion }) {
  return condicion.certeza === 'parametro' ? <Etiqueta>Criterio de esta oficina</Etiqueta> : null;
}

function PlazoDicho({ plazo }: { plazo: Plazo | undefined }) {
  if (!plazo) {
    return (
      <p class="govuk-body">
        Lo que cambia se actualiza dentro del mes siguiente. Después hay una multa por cada día: 1 UVT, o 2 si
        es la dirección o la actividad (ET 658-3 num. 3).
      </p>
    );
  }
  const { hecho, ultimo, multa } = plazo;
  if (!multa) {
    return (
      <p class="govuk-body">
        Cambió el {formatearFecha(hecho)}: puede actualizarlo sin multa hasta el {formatearFecha(ultimo)} (ET
        658-3 num. 3).
      </p>
    );
  }
  const valor = multa.pesos === undefined ? '' : `, que hoy son ${formatearPesos(multa.pesos)}`;
  return (
    <Advertencia>
      Cambió el {formatearFecha(hecho)} y se podía actualizar sin multa hasta el {formatearFecha(ultimo)}. Van{' '}
      {multa.dias} {multa.dias === 1 ? 'día' : 'días'}: la multa es de {String(multa.uvt.numerador)} UVT
      {valor} ({multa.articulo}), y crece cada día hasta que actualice. Aquí no se cobra; la oficina la
      liquida aparte. La ley no dice de qué año es la UVT: se tomó la de hoy.
    </Advertencia>
  );
}

import { formatearFecha } from '@autogestion/normas/fechas';
import type { Computo, Termino } from '@autogestion/normas/terminos';
import type { VNode } from 'preact';
import { Detalles, Tabla } from '../../interfaz/index.ts';
import { relojDelCaso, type Caso } from '../consultas.ts';
import { normaDelPlazo } from '../palabras.ts';
import { UNIDADES } from '../reloj.ts';

/** By when, and how that day was found: the rule, and every day that counted or did not. */
export function Plazos({ caso }: { caso: Caso }): VNode {
  const { decidir, devolver } = relojDelCaso(caso);
  const pide = caso.marcha.requerimientos.find((r) => r.hasta === null);
  return (
    <>
      {pide ? (
        <p class="govuk-body">
          El plazo está detenido desde el {formatearFecha(pide.desde)}. Hay hasta el{' '}
          <strong>{formatearFecha(pide.limite)}</strong> para completar lo que se pidió.
        </p>
      ) : (
        <p class="govuk-body">
          La oficina responde a más tardar el <strong>{formatearFecha(relojDelCaso(caso).vence)}</strong>.
        </p>
      )}
      {devolver ? (
        <Plazo plazo={devolver} que="Para decir si falta algo" norma={devolver.termino.norma} />
      ) : null}
      <Plazo
        plazo={decidir}
        que="Para decidir"
        norma={normaDelPlazo(caso.tipo.flujo, decidir.termino.norma)}
      />
    </>
  );
}

const CLASES = {
  contado: 'Cuenta',
  'fin-de-semana': 'Fin de semana',
  festivo: 'Festivo',
  'dia-civico': 'Día cívico',
  suspendido: 'Detenido',
} as const;

function Plazo({
  plazo: { termino, computo },
  que,
  norma,
}: {
  plazo: { termino: Termino; computo: Computo };
  que: string;
  norma: string;
}) {
  const vence = computo.vence ?? computo.vencimientoInicial;
  return (
    <Detalles
      resumen={
        <>
          {que}: {computo.vence === null ? 'detenido' : vence ? formatearFecha(vence) : ''}. Cómo se contó
        </>
      }
    >
      <p class="govuk-body">
        Se cuentan {termino.cantidad} {UNIDADES[termino.unidad]} desde el día siguiente al{' '}
        {formatearFecha(computo.desde)}. {norma}.
      </p>
      <Tabla
        titulo="Día por día"
        columnas={[{ titulo: 'Día' }, { titulo: 'Cuenta' }]}
        filas={computo.dias.map((d) => [
          formatearFecha(d.fecha),
          d.numero === undefined ? `${CLASES[d.clase]}${d.motivo ? `: ${d.motivo}` : ''}` : String(d.numero),
        ])}
      />
    </Detalles>
  );
}

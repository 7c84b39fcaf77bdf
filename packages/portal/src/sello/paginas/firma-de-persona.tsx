import type { FirmaAdjunta } from '@autogestion/documentos';
import { formatearFechaHora } from '@autogestion/normas/fechas';
import { formatearNit } from '@autogestion/normas/nit';
import { Advertencia, Etiqueta, ListaResumen } from '../../interfaz/index.ts';
import { VistaDePresentacion } from './presentacion.tsx';

const TITULOS: Record<FirmaAdjunta['estado'], string> = {
  valida: 'La firma de la persona es válida',
  alterada: 'La firma no corresponde a lo que dice el documento',
  'de-otra-autoridad': 'El certificado de quien firma no es de esta oficina',
  'fuera-de-vigencia': 'El certificado de quien firma no estaba vigente',
  revocado: 'El certificado de quien firma estaba revocado',
  'sin-hora': 'No se puede saber cuándo se firmó',
  'sin-lista': 'No se pudo comprobar si el certificado estaba revocado',
};

/** Who signed what and when, whether it is whole, and whether the certificate was good at that moment. */
export function FirmaDePersona({ firma: f }: { firma: FirmaAdjunta }) {
  const valida = f.estado === 'valida';
  const porOtro = f.acto && f.acto.titular.nit !== f.acto.firmante.nit ? f.acto.titular : undefined;
  return (
    <section>
      <h2 class="govuk-heading-m">{TITULOS[f.estado]}</h2>
      {f.razones.map((r) => (valida ? <p class="govuk-body">{r}</p> : <Advertencia>{r}</Advertencia>))}
      <ListaResumen
        filas={[
          ...(f.firmante
            ? [{ rotulo: 'Firmó', valor: `${f.firmante.nombre}, NIT ${formatearNit(f.firmante.nit)}` }]
            : []),
          ...(porOtro
            ? [{ rotulo: 'En nombre de', valor: `${porOtro.nombre}, NIT ${formatearNit(porOtro.nit)}` }]
            : []),
          ...(f.acto ? [{ rotulo: 'Radicado', valor: f.acto.radicado }] : []),
          ...(f.firmadaEn ? [{ rotulo: 'Fecha y hora', valor: formatearFechaHora(f.firmadaEn) }] : []),
          ...(f.certificadoVigente === undefined
            ? []
            : [
                {
                  rotulo: 'Certificado en ese momento',
                  valor: (
                    <Etiqueta tono={valida ? 'bien' : 'mal'}>
                      {f.certificadoVigente
                        ? f.estado === 'revocado'
                          ? 'REVOCADO'
                          : 'VIGENTE'
                        : 'NO VIGENTE'}
                    </Etiqueta>
                  ),
                },
              ]),
          ...(f.revocadoEn ? [{ rotulo: 'Revocado el', valor: formatearFechaHora(f.revocadoEn) }] : []),
        ]}
      />
      {f.mostrado ? (
        <>
          <h2 class="govuk-heading-m">Lo que firmó: {f.mostrado.titulo}</h2>
          <p class="govuk-body">Compárelo con el documento que tiene en la mano.</p>
          <VistaDePresentacion presentacion={f.mostrado} nivel={3} />
        </>
      ) : null}
    </section>
  );
}

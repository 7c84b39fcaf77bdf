/** Of the journey, of the kind of case and of the route where it begins. */
export const ID_ACTUALIZACION = 'tramites-rut.actualizacion';

/**
 * Pictures of every state, for people to look at: {@code mvn verify -Dgallery=true -Dit.test=GalleryIT}, then
 * target/gallery.
 */
package fr.predice.visio.gallery;
